"use client";

import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { BoardConflict } from "@/components/board/board-conflict";
import { BoardHead } from "@/components/board/board-head";
import type { Surface } from "@/components/board/create-board-saver";
import { LazyBoardCanvas } from "@/components/board/lazy-board-canvas";
import type { Board } from "@/components/board/model";
import { useBoardSaving } from "@/components/board/use-board-saving";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";

const formats = [
	{ format: "excalidraw", name: "Excalidraw" },
	{ format: "svg", name: "SVG" },
];

/** Edits a whiteboard. Saves by itself. */
export function WhiteboardEditor({ board, links }: { board: Board; links: number }) {
	const [title, setTitle] = useState(board.title);
	const [hidden, setHidden] = useState(false);
	const surface = useRef<Surface>(null);
	const words = useRef({ title: board.title, background_color: board.background_color });
	const saving = useBoardSaving({
		board,
		surface: () => surface.current,
		words: () => words.current,
		adopt(changed) {
			words.current = { ...words.current, ...changed };
			if (changed.title !== undefined) setTitle(changed.title);
			if (changed.background_color !== undefined) surface.current?.setBackground(changed.background_color);
		},
	});
	const target = { kind: "whiteboard" as const, id: board.id, title: title.trim() || board.title, thumbnail: null };

	return (
		<main
			id="content"
			data-kind="whiteboard"
			data-takes-files
			data-own-keys
			className="flex h-[calc(100svh-3.5rem-3.9rem)] min-h-96 flex-col max-sm:-mb-24 sm:h-svh"
		>
			<BoardHead
				target={target}
				saving={saving}
				links={links}
				title={title}
				onTitle={(typed) => {
					setTitle(typed);
					if (!typed.trim()) return;
					words.current = { ...words.current, title: typed.trim() };
					saving.touch();
				}}
				menu={
					<>
						{formats.map(({ format, name }) => (
							<MenuItem key={format} asChild>
								<a href={`/api/whiteboards/${board.id}/export?format=${format}`} download>
									<Download aria-hidden="true" /> Export as {name}
								</a>
							</MenuItem>
						))}
						<MenuSeparator className="my-1.5 h-px bg-line" />
					</>
				}
			/>
			<div className="relative min-h-0 flex-1">
				<LazyBoardCanvas
					board={board}
					onReady={(ready) => {
						surface.current = ready;
					}}
					onDraw={saving.touch}
					onBackground={(colour) => {
						words.current = { ...words.current, background_color: colour };
						saving.touch();
					}}
				/>
			</div>
			{saving.conflict && (
				<BoardConflict
					conflict={saving.conflict}
					open={!hidden}
					onOpenChange={(open) => setHidden(!open)}
					title={words.current.title}
					files={() => surface.current?.files() ?? {}}
					onSettle={(choice) => {
						setHidden(false);
						saving.settle(choice);
					}}
				/>
			)}
		</main>
	);
}
