"use client";

import { Tag } from "lucide-react";
import { useRef, useState } from "react";
import { BoardConflict } from "@/components/board/board-conflict";
import { BoardDetails } from "@/components/board/board-details";
import { BoardHead } from "@/components/board/board-head";
import type { Surface } from "@/components/board/create-board-saver";
import { LazyBoardCanvas } from "@/components/board/lazy-board-canvas";
import { type Board, type BoardWords, wordsOf } from "@/components/board/model";
import { useBoardSaving } from "@/components/board/use-board-saving";
import { ExportMenu } from "@/components/library/export-menu";
import { MenuItem } from "@/components/ui/menu";
import { formats } from "./formats";

/** Edits a whiteboard. Saves by itself; two tabs on one board are made one. */
export function WhiteboardEditor({ board, links }: { board: Board; links: number }) {
	const [title, setTitle] = useState(board.title);
	const [words, setWords] = useState(() => wordsOf(board));
	const [comparing, setComparing] = useState(true);
	const [details, setDetails] = useState(false);
	const surface = useRef<Surface>(null);
	// What is to be saved, at once: what is shown follows with the next rendering.
	const latest = useRef(words);
	function show(changes: Partial<BoardWords>) {
		latest.current = { ...latest.current, ...changes };
		setWords(latest.current);
		if (changes.title !== undefined) setTitle(changes.title);
	}
	const { saving, touch, conflict, settle } = useBoardSaving({
		board,
		surface: () => surface.current,
		words: () => latest.current,
		adopt(changes) {
			show(changes);
			if (changes.background_color !== undefined) surface.current?.setBackground(changes.background_color);
		},
	});
	function change(changes: Partial<BoardWords>) {
		show(changes);
		touch();
	}

	return (
		<main
			id="content"
			data-kind="whiteboard"
			data-takes-files
			data-own-keys
			className="flex h-[calc(100svh-3.5rem-var(--foot))] min-h-96 flex-col max-sm:-mb-24 sm:h-[calc(100svh-var(--foot))]"
		>
			<BoardHead
				target={{ kind: "whiteboard", id: board.id, title: words.title, thumbnail: null }}
				saving={conflict ? { ...saving, compare: () => setComparing(true) } : saving}
				links={links}
				title={title}
				onTitle={(typed) => {
					if (typed.trim()) change({ title: typed.trim() });
					setTitle(typed);
				}}
				menu={
					<>
						<ExportMenu path={`/api/whiteboards/${board.id}/export`} formats={formats} />
						<MenuItem onSelect={() => setDetails(true)}>
							<Tag aria-hidden="true" /> Category and colour
						</MenuItem>
					</>
				}
			/>
			<div className="relative min-h-0 flex-1">
				<LazyBoardCanvas
					board={board}
					onReady={(ready) => {
						surface.current = ready;
					}}
					onDraw={touch}
					onBackground={(background_color) => change({ background_color })}
				/>
			</div>
			<BoardDetails open={details} onOpenChange={setDetails} words={words} onChange={change} />
			{conflict && (
				<BoardConflict
					conflict={conflict}
					open={comparing}
					onOpenChange={setComparing}
					words={words}
					files={() => surface.current?.files() ?? {}}
					onSettle={(choice) => {
						setComparing(true);
						settle(choice);
					}}
				/>
			)}
		</main>
	);
}
