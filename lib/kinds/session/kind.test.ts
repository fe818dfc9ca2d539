import { describe, expect, test } from "vitest";
import { session } from "./kind";

const medium = (id: number, more: object = {}) => ({ id, type: "image", width: 4, height: 3, size: 10, thumbnail: "0a1b2c3d", ...more });
const content = (media: object[], more: object = {}) => session.content.parse({ media, nextMediaId: 99, ...more });

describe("what is published of a session", () => {
	const removed = [{ ...medium(9, { caption: "secret" }), place: 0, at: "2026-11-29T00:00:00.000Z" }];
	const published = session.publish(content([medium(1, { caption: "Hut" })], { removed }));

	test("is how it goes on and what is in it, not what was taken out", () => {
		expect(published).toEqual({
			intervalMin: 5,
			intervalMax: 8,
			transition: "fade",
			isManualMode: false,
			media: [{ id: 1, type: "image", caption: "Hut", width: 4, height: 3, seconds: null, thumbnail: "0a1b2c3d" }],
		});
	});

	test("is a content again, as a frozen link keeps it", () => expect(session.publish(published)).toEqual(published));
});

describe("files", () => {
	const published = session.publish(content([5, 2, 7, 3].map((id) => medium(id))));
	const shown = (depth: "preview" | "whole") =>
		["media-5", "thumb-5", "thumb-7", "thumb-3", "media-3", "thumb-9", "media-9", "cover", "media-52"].filter((role) =>
			session.shows(role, published, depth),
		);

	test("without an account are the thumbnails of the first three", () => expect(shown("preview")).toEqual(["thumb-5", "thumb-7"]));
	test("with one are all that are in it, and no other", () =>
		expect(shown("whole")).toEqual(["media-5", "thumb-5", "thumb-7", "thumb-3", "media-3"]));
});

test.each([
	[[], "No pictures yet"],
	[[medium(1)], "1 picture"],
	[[medium(1), medium(2), medium(3, { type: "video" })], "2 pictures, 1 video"],
	[[medium(1, { type: "video" }), medium(2, { type: "video" })], "2 videos"],
])("lists say how much is in it (%#)", (media, words) => expect(session.note(content(media))).toBe(words));

test("its first thumbnail stands for it", () => {
	expect(session.picture(content([medium(1, { type: "video", thumbnail: null }), medium(4)]))).toBe("thumb-4");
	expect(session.picture(content([]))).toBeNull();
});

test("a thumbnail that a preview does not show does not stand for it", () => {
	const videos = [1, 2, 3].map((id) => medium(id, { type: "video", thumbnail: null }));
	expect(session.picture(content([...videos, medium(4)]))).toBeNull();
	expect(session.picture(content([...videos.slice(1), medium(4)]))).toBe("thumb-4");
});

describe("a content is refused", () => {
	const gone = (id: number) => ({ ...medium(id), place: 0, at: "2026-11-29T00:00:00.000Z" });
	const twenty = Array.from({ length: 20 }, (_, index) => gone(index + 10));
	const problems = (given: object) => session.content.safeParse(given).error?.issues.map(({ path, code }) => `${path.join(".")} ${code}`);

	test("with two media of one id, one of them taken out too", () => {
		expect(problems({ media: [medium(1), medium(2)], removed: twenty })).toBeUndefined();
		expect(problems({ media: [medium(1), medium(1)] })).toEqual(["media custom"]);
		expect(problems({ media: [medium(1)], removed: [gone(1)] })).toEqual(["media custom"]);
	});

	test("when its first interval is the longer one", () => {
		expect(problems({ intervalMin: 4, intervalMax: 4 })).toBeUndefined();
		expect(problems({ intervalMin: 5, intervalMax: 4 })).toEqual(["intervalMin custom"]);
	});

	test("with more taken out than can be taken back, in one word however much it is", () => {
		expect(problems({ removed: [...twenty, gone(30)] })).toEqual(["removed too_big"]);
		expect(problems({ removed: Array.from({ length: 1_000 }, () => ({})) })).toEqual(["removed too_big"]);
	});
});
