import { expect, test } from "vitest";
import { inOrderOf, moved, withMedium, without } from "./arrange";
import type { Medium } from "./model";

const medium = (id: number, order = id - 1): Medium => ({
	id,
	order,
	mediaUrl: `/media-${id}`,
	thumbnail: null,
	caption: "",
	type: "image",
	width: 4,
	height: 3,
	seconds: null,
});
const media = [1, 2, 3, 4].map((id) => medium(id));
const ids = (list: readonly Medium[]) => list.map(({ id }) => id);

test("one moves, and all know their places", () => {
	const after = moved(media, 0, 2);
	expect(ids(after)).toEqual([2, 3, 1, 4]);
	expect(after.map(({ order }) => order)).toEqual([0, 1, 2, 3]);
	expect(ids(moved(media, 3, 0))).toEqual([4, 1, 2, 3]);
});

test("one that is taken back stands where it stood, once", () => {
	const left = without(media, 2);
	expect(ids(withMedium(left, medium(2)))).toEqual([1, 2, 3, 4]);
	expect(ids(withMedium(media, medium(2)))).toEqual([1, 2, 3, 4]);
	expect(ids(withMedium(without(left, 4), medium(9, 40)))).toEqual([1, 3, 9]);
});

test("an order that others changed meanwhile keeps what is mine, and loses nothing of theirs", () => {
	expect(ids(inOrderOf([3, 1, 2], [medium(1), medium(2), medium(4), medium(5)]))).toEqual([1, 2, 4, 5]);
	expect(ids(inOrderOf([3, 1, 2], [medium(1), medium(2), medium(3), medium(4)]))).toEqual([3, 1, 2, 4]);
});
