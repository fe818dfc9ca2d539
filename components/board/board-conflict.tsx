"use client";

import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { BinaryFiles } from "@excalidraw/excalidraw/types";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import type { BoardConflict as Conflict } from "./create-board-saver";

type BoardConflictProps = {
	conflict: Conflict;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	title: string;
	files: () => Readonly<BinaryFiles>;
	onSettle: (choice: "mine" | "theirs" | "both") => void;
};

/** Two edits of the same things, side by side, and three ways out of which none loses anything unseen. */
export function BoardConflict({ conflict, open, onOpenChange, title, files, onSettle }: BoardConflictProps) {
	const { clashes, words, theirs } = conflict;
	const isTitle = words.includes("title");
	return (
		<Dialog
			open={open}
			onOpenChange={onOpenChange}
			kind="whiteboard"
			className="px-[1.375rem] pt-[1.375rem] sm:w-[40rem] sm:pb-[1.375rem]!"
		>
			<div className="mb-2 flex items-center justify-between gap-3">
				<DialogTitle className="text-[1.375rem]">Changed in two places</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			<DialogDescription className="mb-4 text-ink-2">
				{clashes.length > 0
					? `${counted(clashes.length, "thing")} on this board ${clashes.length === 1 ? "was" : "were"} changed here and elsewhere at the same time. Everything else is merged already.`
					: "This was changed here and elsewhere at the same time. Everything else is merged already."}
			</DialogDescription>
			<div className="grid grid-cols-2 gap-3">
				<Side name="Yours" words={isTitle ? title : null} elements={clashes.map(({ mine }) => mine)} files={files} />
				<Side name="Theirs" words={isTitle ? theirs.title : null} elements={clashes.map(({ theirs }) => theirs)} files={files} />
			</div>
			<div className="mt-5 flex flex-wrap justify-end gap-2">
				<Button onClick={() => onSettle("theirs")}>Load that version</Button>
				<Button tone={clashes.length > 0 ? "plain" : "primary"} onClick={() => onSettle("mine")}>
					Keep mine
				</Button>
				{clashes.length > 0 && (
					<Button tone="primary" onClick={() => onSettle("both")}>
						Keep both
					</Button>
				)}
			</div>
		</Dialog>
	);
}

type SideProps = { name: string; words: string | null; elements: readonly ExcalidrawElement[]; files: () => Readonly<BinaryFiles> };

function Side({ name, words, elements, files }: SideProps) {
	const picture = useRef<HTMLDivElement>(null);
	const drawn = elements.filter(({ isDeleted }) => !isDeleted);
	const draw = useRef({ drawn, files });
	useEffect(() => {
		let isLeft = false;
		async function show() {
			const { exportToSvg } = await import("@excalidraw/excalidraw");
			const svg = await exportToSvg({
				elements: draw.current.drawn as never,
				files: { ...draw.current.files() },
				appState: { exportBackground: false },
				exportPadding: 8,
				skipInliningFonts: true,
			});
			svg.setAttribute("class", "size-full");
			if (!isLeft) picture.current?.replaceChildren(svg);
		}
		if (draw.current.drawn.length > 0) void show();
		return () => {
			isLeft = true;
		};
	}, []);
	return (
		<section aria-label={name} className="min-w-0">
			<h3 className="mb-1.5 text-sm font-medium">{name}</h3>
			{words !== null && (
				<p dir="auto" className="mb-2 line-clamp-2 font-display text-lg wrap-anywhere">
					{words}
				</p>
			)}
			{elements.length > 0 && (
				<div className="relative grid h-44 place-items-center overflow-hidden rounded-md border border-line bg-white">
					{drawn.length > 0 ? <div ref={picture} className="absolute inset-0" /> : <span className="text-[#52525b]">Erased</span>}
				</div>
			)}
		</section>
	);
}
