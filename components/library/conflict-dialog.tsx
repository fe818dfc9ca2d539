"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";

type ConflictDialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** "list" */
	what: string;
	mine: ReactNode;
	theirs: ReactNode;
	onMine: () => void;
	onTheirs: () => void;
	/** Where there can be both. */
	onBoth?: (() => void) | undefined;
};

/** Two versions of one thing side by side: which is it to be? Closed without an answer, it stays a question, and nothing is saved or lost. */
export function ConflictDialog({ open, onOpenChange, what, mine, theirs, onMine, onTheirs, onBoth }: ConflictDialogProps) {
	const choose = (act: () => void) => () => {
		onOpenChange(false);
		act();
	};
	return (
		<Dialog
			open={open}
			onOpenChange={onOpenChange}
			className="grid max-h-[calc(100svh-2.5rem)] grid-rows-[auto_minmax(0,1fr)_auto] px-[1.375rem] pt-[1.375rem] sm:w-[min(60rem,100%)]! sm:pb-[1.375rem]!"
		>
			<div>
				<div className="flex items-center justify-between gap-3">
					<DialogTitle className="text-[1.375rem]">Two versions of this {what}</DialogTitle>
					<DialogClose className="-mr-1" />
				</div>
				<DialogDescription className="mt-1 text-ink-2">
					It was changed in another place while you changed it here. Nothing is lost: choose what it is to be.
				</DialogDescription>
			</div>
			<div className="my-4 grid min-h-0 gap-3 overflow-y-auto sm:grid-cols-2">
				<Version name="Yours">{mine}</Version>
				<Version name="Saved elsewhere">{theirs}</Version>
			</div>
			<div className="flex flex-wrap justify-end gap-2.5">
				<Button className="max-sm:flex-1" onClick={choose(onTheirs)}>
					Take theirs
				</Button>
				{onBoth && (
					<Button className="max-sm:flex-1" onClick={choose(onBoth)}>
						Keep both
					</Button>
				)}
				<Button tone="primary" className="max-sm:w-full" onClick={choose(onMine)}>
					Keep mine
				</Button>
			</div>
		</Dialog>
	);
}

function Version({ name, children }: { name: string; children: ReactNode }) {
	return (
		<section aria-label={name} className="grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)]">
			<h3 className="mb-1.5 font-sans text-sm font-medium tracking-normal">{name}</h3>
			<div
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
				tabIndex={0}
				className="max-h-[40svh] overflow-y-auto rounded-md border border-line bg-sunken p-3.5 text-[0.9375rem] wrap-anywhere whitespace-pre-wrap sm:max-h-[50svh]"
			>
				{children}
			</div>
		</section>
	);
}
