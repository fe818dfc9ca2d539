import { expect, test } from "vitest";
import { isolated, quoted } from "./quoted";

test("a title stands in quotation marks, and its direction ends within them", () => {
	expect(quoted("Northbound")).toBe("“\u2068Northbound\u2069”");
	expect(`Deleted ${quoted("\u202Egnos")}, and its link`).toBe("Deleted “\u2068\u202Egnos\u2069”, and its link");
});

test.each([
	["closes ours", "a\u2069\u202Eb", "\u2068a\u202Eb\u2069"],
	["opens one of its own, and another", "\u2066\u2067a\u202Eb\u2068", "\u2068a\u202Eb\u2069"],
	["balances its own", "\u2067שלום\u2069 x", "\u2068שלום x\u2069"],
	["has none", "", "\u2068\u2069"],
])("a title that %s stays within", (_, words, whole) => {
	expect(isolated(words)).toBe(whole);
});
