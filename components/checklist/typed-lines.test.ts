import { expect, test } from "vitest";
import { typedLines } from "./typed-lines";

const brief = (text: string) => typedLines(text).map(({ text, completed }) => `${completed ? "✓" : "·"} ${text}`);

test("lines become items, without what other lists put before them", () => {
	expect(brief("Milk\r\n\r\n- Eggs\n* [x] Bread\n2. Salt\n☑ Tea\n[ ] a < b\n  - [X] deep")).toEqual([
		"· Milk",
		"· Eggs",
		"✓ Bread",
		"· Salt",
		"✓ Tea",
		"· a < b",
		"✓ deep",
	]);
});

test("what only looks like a sign stays", () => {
	expect(brief("-5 °C\n2.5 litres\n[sic]\n*bold*")).toEqual(["· -5 °C", "· 2.5 litres", "· [sic]", "· *bold*"]);
});

test("a line that is too long is cut, never within a character", () => {
	const items = typedLines(`${"x".repeat(999)}💿${"y".repeat(500)}\u0007`);
	expect(items.map(({ text }) => text)).toEqual(["x".repeat(999), `💿${"y".repeat(500)}`]);
	expect(new Set(items.map(({ id }) => id)).size).toBe(2);
});
