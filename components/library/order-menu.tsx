"use client";

import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, Ellipsis, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

type OrderMenuProps = {
	title: string;
	/** What it stands in: "playlist". */
	place: string;
	index: number;
	last: number;
	onMove: (from: number, to: number) => void;
	onRemove: () => void;
};

/** Moves a row without dragging, in one go to either end too, and takes it out. */
export function OrderMenu({ title, place, index, last, onMove, onRemove }: OrderMenuProps) {
	return (
		<div className="relative z-1 flex">
			<Button tone="quiet" size="s" icon aria-label={`Remove ${title}`} className="@max-[36rem]:hidden" onClick={onRemove}>
				<X />
			</Button>
			<Menu
				trigger={
					<Button tone="quiet" size="s" icon aria-label={`More for ${title}`}>
						<Ellipsis />
					</Button>
				}
			>
				<MenuItem disabled={index === 0} onSelect={() => onMove(index, 0)}>
					<ArrowUpToLine aria-hidden="true" /> Move to the top
				</MenuItem>
				<MenuItem disabled={index === 0} onSelect={() => onMove(index, index - 1)}>
					<ArrowUp aria-hidden="true" /> Move up
				</MenuItem>
				<MenuItem disabled={index === last} onSelect={() => onMove(index, index + 1)}>
					<ArrowDown aria-hidden="true" /> Move down
				</MenuItem>
				<MenuItem disabled={index === last} onSelect={() => onMove(index, last)}>
					<ArrowDownToLine aria-hidden="true" /> Move to the end
				</MenuItem>
				<MenuItem danger onSelect={onRemove}>
					<X aria-hidden="true" /> Remove from {place}
				</MenuItem>
			</Menu>
		</div>
	);
}
