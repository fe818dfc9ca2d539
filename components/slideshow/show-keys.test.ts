import { expect, test } from "vitest";
import { deedOf } from "./show-keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
	["ArrowRight", "on"],
	["ArrowLeft", "back"],
	["f", "fullscreen"],
	["F", "fullscreen"],
	["Home", "first"],
	["Escape", null],
	["x", null],
])("%s does %s", (key, deed) => expect(deedOf({ ...plain, key }, false)).toBe(deed));

test("Space plays and pauses, unless a button has the focus", () => {
	expect(deedOf({ ...plain, key: " " }, false)).toBe("toggle");
	expect(deedOf({ ...plain, key: " " }, true)).toBeNull();
});

test("what belongs to the browser stays its own", () => {
	expect(deedOf({ ...plain, key: "f", ctrlKey: true }, false)).toBeNull();
	expect(deedOf({ ...plain, key: "ArrowLeft", altKey: true }, false)).toBeNull();
});
