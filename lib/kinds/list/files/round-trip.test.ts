import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { list } from "../kind";
import { exporters } from "./export";
import { type ListFormat, readList } from "./read-list";

// Anything that an item may hold, and above all what the formats have a meaning for.
const text = fc
	.oneof(
		fc.string({ unit: "binary", maxLength: 40 }),
		fc
			.array(
				fc.constantFrom(
					"x",
					" ",
					"  ",
					"\t",
					"\n",
					"- ",
					"[ ] ",
					"[x] ",
					"1. ",
					"\\",
					"'",
					'"',
					",",
					";",
					"=",
					"+",
					"-",
					"@",
					"<b>",
					"# ",
					"é",
					"＝",
					"\uFEFF",
					"💿",
					"a",
				),
				{ maxLength: 12 },
			)
			.map((parts) => parts.join("")),
	)
	.map((words) => words.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, ""))
	.filter((words) => words.trim() !== "");
const items = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[\w=+@'-]{1,12}$/), text, completed: fc.boolean() }), {
	selector: ({ id }) => id,
	minLength: 1,
	maxLength: 12,
});
const title = fc.stringMatching(/^[^\p{C}#\s]( ?[^\p{C}#\s]){0,20}$/u);

type Items = { id: string; text: string; completed: boolean }[];
const write = async (format: ListFormat, items: Items, title = "Today") => {
	const written = await exporters[format]?.({ title, description: "", content: { items }, songs: [], file: async () => null });
	return String(written?.body);
};
const read = (body: string, format: ListFormat) => readList(new TextEncoder().encode(body), { fileName: "x", format });

/** What each format has no place for. */
const held: Record<ListFormat, (words: string) => string> = {
	csv: (words) => words,
	// Line breaks are one character there, and a line of blanks is an empty one. None stands at the end of an item.
	md: (words) =>
		words
			.replace(/\r\n?/g, "\n")
			.replace(/\n\s+(?=\n|$)/g, (blank) => blank.replace(/[^\n]/g, ""))
			.replace(/\n+$/, ""),
	txt: (words) => words.replace(/\r\n|\r|\n/g, " "),
};

describe.each(Object.keys(exporters) as ListFormat[])("a list that is written as %s and read again", (format) => {
	test("is the same", async () => {
		await fc.assert(
			fc.asyncProperty(items, title, async (items, title) => {
				const body = await write(format, items, title);
				const back = read(body, format);
				expect(back.content.items.map(({ text, completed }) => ({ text, completed }))).toEqual(
					items.map(({ text, completed }) => ({ text: held[format](text), completed })),
				);
				expect(back.skipped).toEqual([]);
				if (format === "csv") expect(back.content.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
				if (format === "md") expect(back.title).toBe(title);
				expect(list.content.shape.items.parse(back.content.items)).toEqual(back.content.items);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("CSV", () => {
	test("has no cell that a spreadsheet would run, in whatever country it is opened", async () => {
		await fc.assert(
			fc.asyncProperty(items, async (items) => {
				const body = await write("csv", items);
				for (const cell of body.match(/"(?:[^"]|"")*"/g) ?? []) expect(cell).not.toMatch(/^"(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/);
				// Every cell is quoted: a semicolon in it parts nothing.
				expect(body.replace(/"(?:[^"]|"")*"/g, "Q")).toMatch(/^\uFEFF(?:Q,Q,Q\r\n)+$/);
			}),
		);
	});

	test("keeps what looks like a formula as text", async () => {
		const texts = ["=1+1", "+49 30 1234", "-5 °C", "@home", "\tindented", "'=quoted", '=HYPERLINK("http://evil.example")', "a;=1+1"];
		const body = await write(
			"csv",
			texts.map((text, at) => ({ id: `${at}`, text, completed: false })),
		);
		expect(body).toContain(`"'=1+1","false","0"`);
		expect(read(body, "csv").content.items.map(({ text }) => text)).toEqual(texts);
	});
});

describe("what is written", () => {
	const items = [
		{ id: "1", text: "(A) 2026-02-01 Call Mum +family @phone", completed: false },
		{ id: "2", text: "a < b\nand more", completed: true },
		{ id: "3", text: "x marks the spot", completed: false },
	];
	const written = (format: ListFormat) => write(format, items);

	test("is todo.txt as other programs read it", async () => {
		expect(await written("txt")).toBe("(A) 2026-02-01 Call Mum +family @phone\nx a < b and more\n x marks the spot\n");
	});
	test("is Markdown with boxes", async () => {
		expect(await written("md")).toBe(
			"# Today\n\n- [ ] (A) 2026-02-01 Call Mum +family @phone\n- [x] a < b\n  and more\n- [ ] x marks the spot\n",
		);
	});
});
