"use client";

import { Root, Thumb } from "radix-ui/switch";

type SwitchProps = { id?: string; label?: string; describedBy?: string; checked: boolean; onChange: (checked: boolean) => void };

/** Something that is on or off. Named by a label for its `id`, or by `label`. */
export function Switch({ id, label, describedBy, checked, onChange }: SwitchProps) {
	return (
		<Root
			id={id}
			aria-label={label}
			aria-describedby={describedBy}
			checked={checked}
			onCheckedChange={onChange}
			className="relative h-[1.625rem] w-[2.625rem] shrink-0 rounded-full bg-ink-3 transition-colors data-[state=checked]:bg-good"
		>
			<Thumb className="block size-5 translate-x-[3px] rounded-full bg-surface transition-transform data-[state=checked]:translate-x-[1.1875rem] motion-reduce:transition-none" />
		</Root>
	);
}
