import { expect, test } from "vitest";
import { luminance, tintStyle, tints } from "./tint";

test("a colour of ours is its token, so that it is lighter in the dark", () => {
	expect(tintStyle("#008053")).toEqual({ "--tint": "var(--color-list)", "--tint-ink": "var(--color-surface)" });
	expect(tintStyle("#897311")).toMatchObject({ "--tint": "var(--color-note)" });
	expect(new Set(tints.map(({ hex }) => hex)).size).toBe(tints.length);
});

test("marks on any other colour can be seen", () => {
	expect(luminance("#ffffff")).toBeCloseTo(1);
	expect(luminance("#000000")).toBe(0);
	for (const hex of ["#ffffff", "#ffff00", "#3B82F6", "#777777", "#000080", "#10B981"]) {
		const { "--tint-ink": ink } = tintStyle(hex) as Record<string, string>;
		const [light, dark] = [luminance(hex), luminance(String(ink))].sort((a, b) => b - a);
		expect((Number(light) + 0.05) / (Number(dark) + 0.05), hex).toBeGreaterThanOrEqual(3);
	}
});
