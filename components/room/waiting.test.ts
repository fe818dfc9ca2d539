import { expect, test } from "vitest";
import { namesText } from "./waiting";

test("names as one says them", () => {
	const people = ["Bo", "Cy", "Di", "Ed", "Fi", "Gu"].map((name) => ({ name }));
	expect([1, 2, 4, 6].map((count) => namesText(people.slice(0, count), (name) => name))).toEqual([
		"Bo",
		"Bo and Cy",
		"Bo, Cy, Di, and Ed",
		"Bo, Cy, Di, and 3 others",
	]);
});
