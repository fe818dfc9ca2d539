import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";
import { asTyped, line } from "@/lib/text";

/** Of one list. `bytes` are those of its items in JSON: with its other fields they must fit into the body of a call. */
export const listLimits = { items: 5_000, text: 1_000, bytes: 900_000 };

/** Short, so that a long list stays light; told apart within one list. */
export const newItemId = () => crypto.randomUUID().replaceAll("-", "").slice(0, 12);

const item = z.object({
	/** Told apart by it inside the list. A client may leave it to us, or send a number. */
	id: z.union([line({ min: 1, max: 64 }), z.int().nonnegative().transform(String)]).default(newItemId),
	text: asTyped({ max: listLimits.text }).refine((text) => text.trim() !== "", "Required"),
	completed: z.boolean().default(false),
});

const utf8 = new TextEncoder();

/** Whether the items are short enough in JSON. Of most lists that is plain without writing it: three bytes a character at most, and 50 around it. */
function isLight(all: readonly { id: string; text: string }[]): boolean {
	const most = all.reduce((sum, { id, text }) => sum + 3 * (id.length + text.length) + 50, 2);
	return most <= listLimits.bytes || utf8.encode(JSON.stringify(all)).length <= listLimits.bytes;
}

const items = z
	.array(item)
	.max(listLimits.items, `At most ${listLimits.items.toLocaleString("en")} items`)
	.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "Two items have the same id")
	.refine(isLight, "The list is too long to be kept in one piece");

const content = z.object({
	items: items.default([]),
	category: line({ max: 60 }).default(""),
	color_value: z
		.string()
		.regex(/^#[0-9a-f]{6}$/i, "A colour like #008053")
		.default("#008053"),
});

const done = ({ items }: { items: readonly { completed: boolean }[] }) =>
	items.length === 0 ? "Nothing on it yet" : `${items.filter(({ completed }) => completed).length} of ${items.length} done`;
const counted = ({ items }: { items: readonly unknown[] }) => `${items.length} ${items.length === 1 ? "item" : "items"}`;

export const list = defineKind({
	name: "list",
	content,
	published: content.pick({ items: true, category: true, color_value: true }),
	code: "uuid",
	page: (code) => `/shared/list/${code}`,
	policy: { playLimit: null },
	blank: "Untitled list",
	describe: ({ content }) => done(content),
	tell: ({ title, content }) => ({
		label: `List · ${counted(content)}`,
		line: done(content),
		description: `${title}: a list with ${counted(content)}, ${done(content).toLowerCase()}.`,
	}),
	openGraph: "article",
	accent: [0.53, 0.12, 160],
	note: done,
});
