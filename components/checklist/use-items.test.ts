import { expect, test } from "vitest";
import type { Item } from "./item";
import { withBlanks } from "./use-items";

const list = (ids: string): Item[] => [...ids].map((id) => ({ id, text: /[A-Z]/.test(id) ? " " : id, completed: false }));
const ids = (items: readonly Item[]) => items.map(({ id }) => id).join("");

test.each([
	["abc", "aBc", "aBbc"],
	["abc", "Xabc", "Xabc"],
	["cab", "aXYbcZ", "cZaXYb"],
	["b", "aXbY", "XbY"],
	["", "aX", "X"],
	["ab", "ab", "ab"],
])("of what was saved elsewhere, %s, a page that shows %s makes %s", (saved, shown, expected) => {
	expect(ids(withBlanks(list(saved), list(shown)))).toBe(expected);
});
