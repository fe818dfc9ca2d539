import { expect, test } from "vitest";
import { isolated, quoted } from "@/components/ui/quoted";
import { gateText, gateWords } from "./gate-text";
import type { OpenShare } from "./model";

test.each([
	[8, 3, "You have heard your three songs. With a free account the other five play on, right here."],
	[4, 3, "You have heard your three songs. With a free account the other one plays on, right here."],
	[3, 3, "You have heard your three songs. With a free account they play as often as you like, right here."],
	[40, 1, "You have heard your song. With a free account the other 39 play on, right here."],
])("%i songs, %i of them free", (songs, limit, text) => {
	expect(gateText(songs, limit)).toBe(text);
});

const share: OpenShare = {
	refusal: null,
	shareId: "9f2c41d07ab35e18",
	type: "song",
	title: "Window seat",
	description: "",
	ownerName: "Ada",
	thumbnail: null,
	tracks: [],
	context: null,
	signedIn: false,
	owner: false,
	playLimit: 3,
	downloads: null,
};

test("the limit asks to continue, every way out to explore more; only Back says that it leaves when pressed again", () => {
	expect(gateWords("limit", share).title).toBe("Create an account to continue");
	for (const asked of ["link", "back", "song"] as const) {
		const { title, note } = gateWords(asked, share);
		expect(title).toBe("Create an account to explore more");
		expect(note !== "").toBe(asked === "back");
	}
	expect(gateWords("song", share).text).toContain(`${isolated("Ada")} shared only ${quoted("Window seat")} with you`);
});
