"use client";

import "@excalidraw/excalidraw/index.css";
import { CaptureUpdateAction, Excalidraw, hashElementsVersion, MainMenu, reconcileElements, restoreElements } from "@excalidraw/excalidraw";
import type { ExcalidrawElement, OrderedExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { AppState, BinaryFiles, ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { useTheme } from "next-themes";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Surface } from "./create-board-saver";
import { mendExcalidraw } from "./mend-excalidraw";
import type { Board } from "./model";

type BoardCanvasProps = {
	board: Board;
	onReady: (surface: Surface) => void;
	/** Something was drawn, moved or erased. */
	onDraw: () => void;
	onBackground: (colour: string) => void;
};

const mostAtFirst = 300;

type Remote = Parameters<typeof reconcileElements>[1];

/** What was on it when it was closed: Excalidraw empties itself before anybody could save what was drawn last. */
type Left = { elements: readonly OrderedExcalidrawElement[]; files: BinaryFiles };

function surfaceOf(excalidraw: ExcalidrawImperativeAPI, left: RefObject<Left | null>): Surface {
	const all = () => left.current?.elements ?? (excalidraw.getSceneElementsIncludingDeleted() as readonly OrderedExcalidrawElement[]);
	// What others drew is not ours to undo.
	const show = (elements: readonly ExcalidrawElement[]) => excalidraw.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
	return {
		elements: all,
		files: () => left.current?.files ?? excalidraw.getFiles(),
		merge: (theirs) => show(reconcileElements(all(), restoreElements(theirs, null) as unknown as Remote, excalidraw.getAppState())),
		put(elements) {
			const byId = new Map<string, ExcalidrawElement>(all().map((each) => [each.id, each]));
			for (const each of restoreElements(elements, null)) byId.set(each.id, each);
			show([...byId.values()]);
		},
		addFiles: (files) => excalidraw.addFiles(files),
		setBackground: (viewBackgroundColor) =>
			excalidraw.updateScene({ appState: { viewBackgroundColor }, captureUpdate: CaptureUpdateAction.NEVER }),
	};
}

/** Excalidraw, with nothing in it that leads elsewhere: no library of theirs, no embedded pages, no files of its own kind of saving. */
export default function BoardCanvas({ board, onReady, onDraw, onBackground }: BoardCanvasProps) {
	const { resolvedTheme } = useTheme();
	const seen = useRef<{ elements: number; background: string }>(null);
	const [initial] = useState(() => ({
		elements: board.canvas_data.elements,
		appState: { ...board.canvas_data.appState, viewBackgroundColor: board.background_color },
		files: board.canvas_data.files,
	}));

	const excalidraw = useRef<ExcalidrawImperativeAPI>(null);
	const left = useRef<Left>(null);
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => (frame.current ? mendExcalidraw(frame.current) : undefined), []);
	useLayoutEffect(() => {
		left.current = null;
		return () => {
			const { current } = excalidraw;
			if (current) left.current = { elements: current.getSceneElementsIncludingDeleted() as Left["elements"], files: current.getFiles() };
		};
	}, []);

	/** All of a board to begin with; of a large one its beginning, for Excalidraw makes a canvas for each element in sight. */
	function begin(elements: readonly ExcalidrawElement[]) {
		if (elements.length === 0) return;
		const isLarge = elements.length > mostAtFirst;
		const fit = { fitToContent: true, animate: false, ...(isLarge ? { minZoom: 0.5 } : {}) };
		excalidraw.current?.scrollToContent(isLarge ? elements.slice(0, mostAtFirst) : elements, fit);
	}

	function look(elements: readonly ExcalidrawElement[], { viewBackgroundColor, isLoading }: AppState) {
		if (isLoading) return;
		const now = { elements: hashElementsVersion(elements), background: viewBackgroundColor };
		const before = seen.current;
		seen.current = now;
		// What it makes of a board while it opens it is no change.
		if (!before) return begin(elements.filter(({ isDeleted }) => !isDeleted));
		if (before.background !== now.background) onBackground(now.background);
		if (before.elements !== now.elements) onDraw();
	}

	return (
		<div ref={frame} className="size-full">
			<Excalidraw
				excalidrawAPI={(ready) => {
					excalidraw.current = ready;
					onReady(surfaceOf(ready, left));
				}}
				initialData={initial as never}
				onChange={look}
				theme={resolvedTheme === "dark" ? "dark" : "light"}
				name={board.title}
				langCode="en"
				aiEnabled={false}
				validateEmbeddable={false}
				UIOptions={{
					canvasActions: { export: false, loadScene: false, saveToActiveFile: false, saveAsImage: false, toggleTheme: false },
				}}
			>
				<MainMenu>
					<MainMenu.DefaultItems.SearchMenu />
					<MainMenu.DefaultItems.Help />
					<MainMenu.DefaultItems.ClearCanvas />
					<MainMenu.Separator />
					<MainMenu.DefaultItems.ChangeCanvasBackground />
				</MainMenu>
			</Excalidraw>
		</div>
	);
}
