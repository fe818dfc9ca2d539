"use client";

import { ArrowDownWideNarrow, Check } from "lucide-react";
import { ItemIndicator, RadioItem } from "radix-ui/dropdown-menu";
import { Button } from "./button";
import { Menu, MenuLabel, MenuRadioGroup, menuItemClass } from "./menu";

type SortMenuProps<Value extends string> = {
	value: Value;
	options: readonly { value: Value; label: string }[];
	onChange: (value: Value) => void;
};

/** In which order a list stands. */
export function SortMenu<Value extends string>({ value, options, onChange }: SortMenuProps<Value>) {
	const chosen = options.find((option) => option.value === value);
	return (
		<Menu
			trigger={
				<Button tone="quiet" size="s" aria-label={`Sort by: ${chosen?.label}`}>
					<ArrowDownWideNarrow /> <span className="max-sm:sr-only">{chosen?.label}</span>
				</Button>
			}
		>
			<MenuLabel className="px-3 py-1 text-[0.8125rem] text-ink-3">Sort by</MenuLabel>
			<MenuRadioGroup
				value={value}
				onValueChange={(next) => {
					const option = options.find((each) => each.value === next);
					if (option) onChange(option.value);
				}}
			>
				{options.map((option) => (
					<RadioItem key={option.value} value={option.value} className={menuItemClass}>
						<span className="grow">{option.label}</span>
						<ItemIndicator>
							<Check aria-hidden="true" />
						</ItemIndicator>
					</RadioItem>
				))}
			</MenuRadioGroup>
		</Menu>
	);
}
