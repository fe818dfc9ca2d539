import { expect, test } from "vitest";
import { waitText } from "./wait-text";

test.each([
	[1, "Too many tries. Try again in 1 second."],
	[42.2, "Too many tries. Try again in 43 seconds."],
	[60, "Too many tries. Try again in 1 minute."],
	[61, "Too many tries. Try again in 2 minutes."],
	[3_600, "Too many tries. Try again in 60 minutes."],
	[null, "Too many tries. Wait a moment and try again."],
])("after %s seconds", (seconds, text) => {
	expect(waitText(seconds)).toBe(text);
});
