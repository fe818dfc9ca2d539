import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";
import { line, tidy } from "@/lib/text";
import { colour } from "./colour";
import { publishedScene, roleOf, scene, shownScene } from "./scene";

const anyColour = z.string().refine((typed) => colour(typed) !== null, "A colour like #FFFFFF");
const side = z.number().int("Must be a whole number").min(1, "At least 1").max(100_000, "At most 100000");

const fields = z.object({
	category: line({ max: 60 }).default(""),
	canvas_data: scene.default({ elements: [], appState: {}, files: {} }),
	/** The size that a board of fixed size was made for; ours have no edge, and keep what they are told. */
	canvas_width: side.default(1_600),
	canvas_height: side.default(1_000),
	background_color: anyColour.default("#FFFFFF"),
	/** The colour that the owner marks it with. */
	color_value: z
		.string()
		.regex(/^#[0-9a-f]{6}$/i, "A colour like #3A61C4")
		.default("#3A61C4"),
});

/** A scene brings the colour that it lies on along; that is the board's from then on, and stands in one place alone. */
const content = fields.overwrite(({ canvas_data: { appState, ...canvas }, ...board }) => {
	const { viewBackgroundColor, ...rest } = appState;
	const chosen = viewBackgroundColor === undefined ? null : colour(viewBackgroundColor);
	return { ...board, canvas_data: { ...canvas, appState: rest }, ...(chosen ? { background_color: chosen } : {}) };
});

const published = fields
	.pick({ category: true, canvas_width: true, canvas_height: true, background_color: true, color_value: true })
	.extend({ canvas_data: publishedScene });

/** So much of what is written on a board stands in lists, and is found there. */
const longestNote = 1_000;
const counted = (count: number) => (count === 1 ? "1 element" : `${count} elements`);
/** What is drawn; a label counts with its box. */
const drawn = ({ canvas_data: { elements } }: Board) => elements.filter(({ isDeleted, containerId }) => !isDeleted && !containerId);

export type Board = z.output<typeof content>;
export type PublishedBoard = z.output<typeof published>;

export const whiteboard = defineKind({
	name: "whiteboard",
	content,
	published,
	shown: (board) => ({ ...board, canvas_data: shownScene(board.canvas_data) }),
	code: "uuid",
	page: (code) => `/shared/whiteboard/${code}`,
	policy: { playLimit: null },
	blank: "Untitled whiteboard",
	describe: ({ content }) => content.category,
	tell: ({ content }) => {
		const all = drawn(content);
		const words = tidy(wordsOn(content), 200);
		return {
			label: `Whiteboard · ${counted(all.length)}`,
			line: content.category,
			description: words ? `A whiteboard: ${words}` : "A whiteboard to look at, move around and zoom in.",
		};
	},
	openGraph: "article",
	accent: [0.52, 0.16, 265],
	note: (board) => tidy(wordsOn(board), longestNote),
	shows: (role, { canvas_data: { files } }) => Object.keys(files).some((id) => roleOf(id) === role),
});

/** All that is written on the board. */
function wordsOn({ canvas_data: { elements } }: Board): string {
	return elements
		.filter(({ isDeleted }) => !isDeleted)
		.map(({ originalText, text, name }) => originalText ?? text ?? name ?? "")
		.filter(Boolean)
		.join(" ");
}
