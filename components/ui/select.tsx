import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { fieldClass } from "./field-class";

/** The browser's own choice of a few, in the look of our fields; `children` are its options. */
export function Select({ className, ...props }: ComponentProps<"select">) {
	return (
		<span className={clsx("relative block", className)}>
			<select {...props} className={clsx(fieldClass, "h-11 appearance-none truncate pr-10!")} />
			<ChevronDown
				aria-hidden="true"
				className="pointer-events-none absolute top-1/2 right-3 size-[1.125rem] -translate-y-1/2 text-ink-3"
			/>
		</span>
	);
}
