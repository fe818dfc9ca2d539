"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";

type SelectionBarProps = {
	count: number;
	/** How many links are shown. */
	of: number;
	/** Whether any of the chosen is on, or off. */
	some: { on: boolean; off: boolean };
	onAll: () => void;
	onTurn: (on: boolean) => void;
	onDone: () => void;
};

/** What can be done with several links at once. */
export function SelectionBar({ count, of, some, onAll, onTurn, onDone }: SelectionBarProps) {
	return (
		<section
			aria-label="Selection"
			className="sticky top-14 z-5 mb-3.5 flex animate-in flex-wrap items-center gap-1.5 rounded-lg border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-2 sm:top-3"
		>
			<p role="status" className="mr-auto text-sm font-[550] whitespace-nowrap tabular-nums max-sm:basis-[calc(100%-3rem)]">
				{count === 0 ? "Choose links" : `${count.toLocaleString("en")} selected`}
			</p>
			<Button tone="quiet" size="s" icon aria-label="Stop selecting" className="sm:order-last" onClick={onDone}>
				<X />
			</Button>
			<Button tone="quiet" size="s" className="max-sm:mr-auto max-sm:-ml-3.5" onClick={onAll}>
				{count === of ? "Select none" : "Select all"}
			</Button>
			<Button size="s" disabled={!some.off} onClick={() => onTurn(true)}>
				Turn on
			</Button>
			<Button tone="danger" size="s" disabled={!some.on} onClick={() => onTurn(false)}>
				Turn off
			</Button>
		</section>
	);
}
