import { clsx } from "clsx";
import { Search } from "lucide-react";
import { fieldClass } from "./field-class";

/** A field that narrows down what stands below it. */
export function SearchField({
	label,
	value,
	onChange,
	className,
}: {
	label: string;
	value: string;
	onChange: (text: string) => void;
	className?: string;
}) {
	return (
		<div className={clsx("relative", className)}>
			<Search aria-hidden="true" className="pointer-events-none absolute top-2.5 left-3 size-[1.125rem] text-ink-3" />
			<input
				type="search"
				dir="auto"
				aria-label={label}
				placeholder={label}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				className={clsx(fieldClass, "h-[2.375rem] rounded-full! border-line! pl-9.5!")}
			/>
		</div>
	);
}
