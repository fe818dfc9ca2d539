import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { BinaryFileData } from "@excalidraw/excalidraw/types";

/** A whiteboard as its owner's API tells of it. */
export type Board = {
	id: string;
	title: string;
	category: string;
	canvas_data: {
		elements: readonly ExcalidrawElement[];
		appState: { gridSize?: number | null; gridStep?: number | null; gridModeEnabled?: boolean };
		files: Record<string, BinaryFileData>;
	};
	background_color: string;
	color_value: string;
	version: number;
};

/** What of a board is not drawn on it. */
export type BoardWords = Pick<Board, "title" | "category" | "color_value" | "background_color">;

export const wordsOf = ({ title, category, color_value, background_color }: Board): BoardWords => ({
	title,
	category,
	color_value,
	background_color,
});
