import { expect, test } from "vitest";
import { gateText } from "./gate-text";

test.each([
	[8, 3, "You have heard your three songs. With a free account the other five play on, right here."],
	[4, 3, "You have heard your three songs. With a free account the other one plays on, right here."],
	[3, 3, "You have heard your three songs. With a free account they play as often as you like, right here."],
	[40, 1, "You have heard your song. With a free account the other 39 play on, right here."],
])("%i songs, %i of them free", (songs, limit, text) => {
	expect(gateText(songs, limit)).toBe(text);
});
