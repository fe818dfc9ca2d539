"use client";

import { clsx } from "clsx";
import { Check } from "lucide-react";
import { Indicator, Root } from "radix-ui/checkbox";

type CheckBoxProps = { label: string; checked: boolean; onChange: (checked: boolean) => void; className?: string };

/** A box to tick. */
export function CheckBox({ label, checked, onChange, className }: CheckBoxProps) {
	return (
		<Root
			aria-label={label}
			checked={checked}
			onCheckedChange={(next) => onChange(next === true)}
			className={clsx(
				"grid size-6 place-items-center rounded-sm border border-ink-3 bg-surface data-[state=checked]:border-transparent data-[state=checked]:bg-brand data-[state=checked]:text-brand-ink",
				className,
			)}
		>
			<Indicator>
				<Check className="size-4" strokeWidth={3} />
			</Indicator>
		</Root>
	);
}
