"use client";

import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { BinaryFiles } from "@excalidraw/excalidraw/types";
import { useEffect, useRef } from "react";
import { ConflictDialog } from "@/components/library/conflict-dialog";
import type { BoardConflict as Conflict } from "./create-board-saver";
import type { BoardWords } from "./model";

type BoardConflictProps = {
	conflict: Conflict;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	words: BoardWords;
	files: () => Readonly<BinaryFiles>;
	onSettle: (choice: "mine" | "theirs" | "both") => void;
};

/** Two edits of the same things of a board, side by side. All that only one of both changed is merged already. */
export function BoardConflict({ conflict, open, onOpenChange, words, files, onSettle }: BoardConflictProps) {
	const { clashes, theirs } = conflict;
	const version = (from: BoardWords, elements: ExcalidrawElement[]) => (
		<Version words={conflict.words.map((word) => from[word] || "None")} elements={elements} files={files} />
	);
	return (
		<ConflictDialog
			open={open}
			onOpenChange={onOpenChange}
			what="whiteboard"
			mine={version(
				words,
				clashes.map(({ mine }) => mine),
			)}
			theirs={version(
				theirs,
				clashes.map(({ theirs }) => theirs),
			)}
			onMine={() => onSettle("mine")}
			onTheirs={() => onSettle("theirs")}
			onBoth={clashes.length > 0 ? () => onSettle("both") : undefined}
		/>
	);
}

type VersionProps = { words: string[]; elements: readonly ExcalidrawElement[]; files: () => Readonly<BinaryFiles> };

function Version({ words, elements, files }: VersionProps) {
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
				// Its way of cutting typefaces down evaluates code; they are in the page already.
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
		<>
			{words.map((word) => (
				<p key={word} dir="auto" className="mb-2 text-left font-[550]">
					{word}
				</p>
			))}
			{elements.length > 0 && (
				<div className="relative grid h-48 place-items-center overflow-hidden rounded-sm bg-white text-[#52525b]">
					{drawn.length > 0 ? <div ref={picture} className="absolute inset-0" /> : "Erased"}
				</div>
			)}
		</>
	);
}
