"use client";

import { CategoryField } from "@/components/library/category-field";
import { ColourField } from "@/components/library/colour-field";
import { Dialog, DialogClose, DialogTitle } from "@/components/ui/dialog";
import type { BoardWords } from "./model";

type BoardDetailsProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	words: BoardWords;
	onChange: (changes: Partial<BoardWords>) => void;
};

/** What a board has beside its title; apart, because the board needs the room. */
export function BoardDetails({ open, onOpenChange, words, onChange }: BoardDetailsProps) {
	return (
		<Dialog open={open} onOpenChange={onOpenChange} kind="whiteboard" plain className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="mb-3 flex items-center justify-between gap-3">
				<DialogTitle className="text-[1.375rem]">Category and colour</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			<div className="grid grid-cols-[minmax(0,1fr)] gap-4">
				<CategoryField value={words.category} onChange={(category) => onChange({ category })} />
				<ColourField value={words.color_value} onChange={(color_value) => onChange({ color_value })} />
			</div>
		</Dialog>
	);
}
