import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { note } from "../kind";
import { exporters } from "./export";
import { readNote } from "./read-note";

const read = (text: string | Uint8Array, fileName = "Trip.md") =>
	readNote(typeof text === "string" ? new TextEncoder().encode(text) : text, { fileName });
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });

const held = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, "");
const markdown = fc
	.oneof(
		fc.string({ unit: "binary", maxLength: 200 }),
		fc
			.array(fc.constantFrom("---\n", "---", "title: x\n", "# ", "\n", "\r\n", '"', "'", "\uFEFF", " ", "a: b\n", "é", "💿"), {
				maxLength: 20,
			})
			.map((all) => all.join("")),
	)
	.map(held);
const line = fc.string({ unit: "binary", maxLength: 60 }).map((text) =>
	text
		.replace(/[\p{Cc}\p{Surrogate}]/gu, "")
		.replace(/\s+/g, " ")
		.trim(),
);

test("a note that is written as Markdown and read again is the same", async () => {
	await fc.assert(
		fc.asyncProperty(
			markdown,
			line,
			line.map((text) => text.replace(/^$/, "x")),
			async (content, category, title) => {
				const kept = note.content.parse({ content, category, color_value: "#3b82F6" });
				const file = await exporters.md?.({ title, description: "", content: kept, songs: [], file: async () => null });
				const back = read(String(file?.body));
				expect(back.title).toBe(title);
				expect(note.content.parse({ ...back.content })).toEqual(kept);
				expect(back.skipped).toEqual([]);
			},
		),
		{ numRuns: 1_000 },
	);
});

describe("a Markdown file", () => {
	test("is a note as it stands; its heading names it where no file's name does", () => {
		expect(read("# Hello\n\ntext\n")).toEqual({ title: "", content: { content: "# Hello\n\ntext\n" }, skipped: [] });
		expect(read("some\n## Hello\n", "").title).toBe("Hello");
	});
	test("of another program keeps what stands in its head", () => {
		const file = "---\ntitle: 'Ann''s trip'\ntags: a\ncategory: Home\n---\nText";
		expect(read(file)).toEqual({ title: "Ann's trip", content: { content: file, category: "Home" }, skipped: [] });
		expect(read("---\ntags:\n  - a\n---\nText").content.content).toBe("---\ntags:\n  - a\n---\nText");
	});
	test("that begins with a rule is no head", () => {
		for (const text of ["---\n\nText\n\n---\n", "---", "---\nText", `---\n${"a: b\n".repeat(2_000)}---\n`])
			expect(read(text)).toEqual({ title: "", content: { content: text }, skipped: [] });
	});
	test("loses what cannot be shown, and says so", () => {
		expect(read("a\u0007b\u001bc")).toEqual({
			title: "",
			content: { content: "abc" },
			skipped: [{ title: "2 characters", reason: "They cannot be shown" }],
		});
	});
	test("that is none, or too long, is refused", () => {
		expect(() => read(Uint8Array.from([0, 1, 2]))).toThrow(refused(/not text/));
		expect(() => read("x".repeat(200_001))).toThrow(refused(/200,000 characters/));
	});
});

describe("what lists say of a note", () => {
	test("is the beginning of its text, without the marks", () => {
		const begin = (content: string) => note.describe({ title: "", description: "", content: note.content.parse({ content }) });
		expect(begin("\n---\n## **Packing** for the [lake](https://x.example)\n\nmore")).toBe("Packing for the lake");
		expect(begin("![](a.png)\n\n> - quoted")).toBe("quoted");
		expect(begin("")).toBe("");
		expect(note.tell({ title: "", description: "", content: note.content.parse({ content: "one two" }) }, 0)).toEqual({
			label: "Note · 2 words",
			line: "one two",
			description: "one two",
		});
	});
});
