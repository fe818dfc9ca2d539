import { describe, expect, test } from "vitest";
import { cpuTime } from "@/e2e/support/own-time";
import { listLimits } from "../kind";
import { readList } from "./read-list";

const read = (file: string | Uint8Array, fileName = "Shopping.txt", limits = listLimits) => {
	const { content, ...rest } = readList(typeof file === "string" ? new TextEncoder().encode(file) : file, { fileName }, limits);
	return { ...content, ...rest };
};
const brief = (content: string | Uint8Array, fileName?: string) =>
	read(content, fileName).items.map(({ text, completed }) => `${completed ? "✓" : "·"} ${text}`);
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });

describe("todo.txt", () => {
	test("knows what is done and leaves dates, priorities, projects and contexts where they stand", () => {
		const file = "(A) 2026-05-01 Call Mum +family @phone\r\nx 2026-05-03 2026-05-01 Post letters\r\n\r\nxylophone\r\nX not done\r\n";
		expect(brief(file)).toEqual([
			"· (A) 2026-05-01 Call Mum +family @phone",
			"✓ 2026-05-03 2026-05-01 Post letters",
			"· xylophone",
			"· X not done",
		]);
	});
});

describe("Markdown", () => {
	test("reads boxes of every form, bullets without one, items in items and lines that belong to the item above", () => {
		const file = "# Trip ##\n\n* [X] Tent\n  for three\n    - [ ] Pegs\n+ [ ] Map\n\n  of the north\n1. [x] Ticket\n2) Socks\n- a < b\n";
		expect(brief(file, "x.md")).toEqual(["✓ Tent\nfor three", "· Pegs", "· Map\n\nof the north", "✓ Ticket", "· Socks", "· a < b"]);
		expect(read(file, "x.md").title).toBe("Trip");
	});
	test("says of every other line why it is not there", () => {
		const { items, skipped } = read("# Trip\nSome words.\n- [ ] Tent\n## Food\n> said he\n-\n", "x.md");
		expect(items.map(({ text }) => text)).toEqual(["Tent"]);
		expect(skipped).toEqual([
			{ title: "Some words.", reason: "Not an item of a list" },
			{ title: "## Food", reason: "Not an item of a list" },
			{ title: "> said he", reason: "Not an item of a list" },
			{ title: "", reason: "It has no text" },
		]);
	});
});

describe("CSV", () => {
	test("finds its columns by their names, whatever parts them, with or without a mark", () => {
		expect(brief("\uFEFFTask;Done\r\nMilk;TRUE\r\nEggs;no\r\n", "a.csv")).toEqual(["✓ Milk", "· Eggs"]);
		expect(brief("id\tstatus\ttitle\n7\tdone\tMilk\n8\topen\tEggs\n", "a.tsv")).toEqual(["✓ Milk", "· Eggs"]);
		expect(read("text,completed,id\nMilk,1,a7\nEggs,0,a7\n", "a.csv").items.map(({ id }) => id)).toEqual([
			"a7",
			expect.stringMatching(/^[0-9a-f]{12}$/),
		]);
	});
	test("takes the first column without names", () => {
		expect(brief("Milk,x\nEggs,\n", "a.csv")).toEqual(["✓ Milk", "· Eggs"]);
		expect(brief("Milk\nEggs\n", "a.csv")).toEqual(["· Milk", "· Eggs"]);
	});
	test("reads quotes, line breaks in a cell and an apostrophe that keeps a formula from being run", () => {
		const file = `text,completed\n"He said ""now""",true\n"two\nlines",false\n'=1+1,false\n'tis,false\n`;
		expect(brief(file, "a.csv")).toEqual(['✓ He said "now"', "· two\nlines", "· =1+1", "· 'tis"]);
	});
	test("says why a row is not there", () => {
		expect(read('text,completed\nMilk,\n  ,true\n"never ends,false\nEggs,true\n', "a.csv")).toMatchObject({
			items: [{ text: "Milk" }],
			skipped: [
				{ title: ", true", reason: "It has no text" },
				{ title: "never ends,false Eggs,true", reason: "It has a quotation mark that never ends" },
			],
		});
	});
});

describe("any file", () => {
	test("is known by its content when its name does not tell", () => {
		expect(brief("- [x] Milk\n", "list")).toEqual(["✓ Milk"]);
		expect(brief('"text","completed"\n"Milk","true"\n', "list")).toEqual(["✓ Milk"]);
		expect(brief("x Milk\n", "list")).toEqual(["✓ Milk"]);
	});
	test("may be in Windows' alphabet or UTF-16", () => {
		expect(brief(Uint8Array.from(Buffer.from("Käse", "latin1")))).toEqual(["· Käse"]);
		expect(brief(Uint8Array.from([0xff, 0xfe, ...Buffer.from("Käse", "utf16le")]))).toEqual(["· Käse"]);
	});
	test("that holds no list is refused", () => {
		expect(() => read("")).toThrow(refused(/empty/));
		expect(() => read(Uint8Array.from([0, 1, 2, 3]))).toThrow(refused(/not text/));
		expect(() => read("Only words.", "a.md")).toThrow(refused(/There is no list in this file.*Only words/));
		expect(() => read("a\n".repeat(100_001))).toThrow(refused(/100,000 lines/));
	});
	test("gives as much as a list holds, and says what was left out", () => {
		const long = "y".repeat(1_001);
		const { items, skipped } = read(`one\n${long}\ntwo\nthree\n`, "a.txt", { ...listLimits, items: 2 });
		expect(items.map(({ text }) => text)).toEqual(["one", "two"]);
		expect(skipped).toEqual([
			{ title: `${"y".repeat(79)}…`, reason: "It is longer than 1,000 characters" },
			{ title: "three", reason: "The list is full" },
		]);
		const heavy = read(`${"é".repeat(900)}\n`.repeat(2_000));
		expect(Buffer.byteLength(JSON.stringify(heavy.items))).toBeLessThanOrEqual(listLimits.bytes);
		expect(heavy.items.length + heavy.skipped.length).toBeGreaterThan(1_000);
		expect(heavy.skipped.at(-1)).toMatchObject({ title: expect.stringMatching(/more$/), reason: "The list is full" });
	});
	test("is read in no time, however it is made", () => {
		const nasty = [
			`# ${" ".repeat(4e6)}x`,
			`- ${" ".repeat(4e6)}`,
			`  ${"\\".repeat(4e6)}-`,
			`'`.repeat(4e6),
			'"'.repeat(4e6),
			`${"1".repeat(4e6)}.`,
		];
		for (const text of nasty)
			for (const name of ["a.md", "a.csv", "a.txt"]) {
				const cost = cpuTime(() => {
					try {
						read(`- ok\n${text}`, name);
					} catch {}
				});
				expect(cost).toBeLessThan(1_500);
			}
	});
});
