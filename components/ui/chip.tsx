import { clsx } from "clsx";
import type { ComponentProps } from "react";

const tones = {
	plain: "bg-sunken text-ink-2",
	good: "bg-good-soft text-good",
	warn: "bg-warn-soft text-warn",
	bad: "bg-bad-soft text-bad",
};

/** A small rounded label. */
export function Chip({ tone = "plain", className, ...props }: ComponentProps<"span"> & { tone?: keyof typeof tones }) {
	return (
		<span
			className={clsx(
				"inline-flex min-h-[1.625rem] max-w-full items-center gap-1.5 rounded-full px-2.5 text-[0.8125rem] font-medium [&_svg]:size-3.5",
				tones[tone],
				className,
			)}
			{...props}
		/>
	);
}
