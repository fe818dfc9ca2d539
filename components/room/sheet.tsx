import type { ReactNode } from "react";
import { Dialog, DialogClose, DialogTitle } from "@/components/ui/dialog";

export type SheetProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Something of the room that lies over all of it for a while. */
export function Sheet({ title, open, onOpenChange, children }: SheetProps & { title: string; children: ReactNode }) {
	return (
		<Dialog open={open} onOpenChange={onOpenChange} kind="room" plain className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="mb-2 flex items-center justify-between gap-3">
				<DialogTitle className="text-[1.375rem]">{title}</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			{children}
		</Dialog>
	);
}
