"use client";

import { clsx } from "clsx";
import { Item, Root } from "radix-ui/toggle-group";

/** One choice of a few, as chips: what to show. */
export function FilterChips<Value extends string>({
	label,
	value,
	options,
	onChange,
	className,
}: {
	label: string;
	value: Value;
	options: readonly { value: Value; label: string }[];
	onChange: (value: Value) => void;
	className?: string;
}) {
	return (
		<Root
			type="single"
			aria-label={label}
			value={value}
			// Pressing the chosen one again would leave nothing chosen.
			onValueChange={(next) => options.some((option) => option.value === next) && onChange(next as Value)}
			className={clsx("flex flex-wrap gap-1.5", className)}
		>
			{options.map((option) => (
				<Item
					key={option.value}
					value={option.value}
					className="h-[2.375rem] shrink-0 rounded-full border border-line px-3.5 text-sm font-medium text-ink-2 transition-colors hover:bg-sunken data-[state=on]:border-transparent data-[state=on]:bg-ink data-[state=on]:text-paper"
				>
					{option.label}
				</Item>
			))}
		</Root>
	);
}
