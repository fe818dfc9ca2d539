import { describe, expect, test } from "vitest";
import { legible } from "./legible";
import { typeface } from "./typeface";

const { has } = await typeface("text");

describe("legible", () => {
	test.each([
		["Late train home", "Late train home"],
		["  Two\n\tlines ", "Two lines"],
		["<script>alert('x & y')</script>", "<script>alert('x & y')</script>"],
		["Ночной поезд, Αργά, Łódź, Việt Nam", "Ночной поезд, Αργά, Łódź, Việt Nam"],
		["🔥💿 Summer (夏) mix 👩‍👩‍👧 2024", "Summer mix 2024"],
		["𝓗𝓮𝓵𝓵𝓸 Ｗｏｒｌｄ", "Hello World"],
		["a\u202Eb\u2066c\u200Bd\u0000e\uFEFF", "abcd e"],
		["half\uD800 a pair\uDC00", "half a pair"],
		["Z\u0335\u0340a\u0336lgo, but cafe\u0301", "Zalgo, but café"],
	])("keeps what can be shown: %j", (text, shown) => {
		expect(legible(text, has)).toBe(shown);
	});

	test.each(["", " ", "🔥", "夜の電車で帰る", "أغاني الليل 2024", "--- !", "\u202E\u200B"])(
		"gives up when that says nothing: %j",
		(text) => {
			expect(legible(text, has)).toBeNull();
		},
	);

	test("looks at the start of a long text only, and halves no pair", () => {
		expect(legible("x".repeat(100_000), has)?.length).toBe(300);
		expect(legible(`${"x".repeat(299)}💿`, has)).toBe("x".repeat(299));
	});
});
