import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currentOf, inOrder, type Order, picked, shuffled, stepped, unshuffled, upNext, without } from "./order";
import type { Track } from "./track";

const track = (id: number): Track => ({ id: String(id), title: `Song ${id}`, artist: "Mira Holt", duration: 60, thumbnail: null });
const tracks = (count: number) => Array.from({ length: count }, (_, index) => track(index + 1));
const ids = (order: Order) => upNext(order).map(({ id }) => id);

/** A list, and a place in it. */
const lists = fc.integer({ min: 1, max: 30 }).chain((count) => fc.tuple(fc.constant(tracks(count)), fc.nat(count - 1)));
/** Draws from a fixed row of numbers below one. */
const draws = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 });
const from = (row: number[]) => () => row.shift() ?? 0;

describe("shuffle", () => {
	test("the current song stays, and every other comes exactly once", () => {
		fc.assert(
			fc.property(lists, draws, ([list, index], row) => {
				const order = shuffled(inOrder(list, index), from([...row]));
				expect(currentOf(order)).toBe(list[index]);
				expect(new Set([list[index]?.id, ...ids(order)]).size).toBe(list.length);
			}),
		);
	});

	test("is really drawn: over many draws each song comes next about as often as the others", () => {
		const counts = new Map<string, number>();
		for (let round = 0; round < 4_000; round++) {
			const next = ids(shuffled(inOrder(tracks(5), 0)))[0] ?? "";
			counts.set(next, (counts.get(next) ?? 0) + 1);
		}
		expect([...counts.keys()].sort()).toEqual(["2", "3", "4", "5"]);
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200);
	});

	test("going back leads to what was heard before", () => {
		const order = shuffled(inOrder(tracks(6), 2));
		const second = stepped(order, 1, "off");
		const third = second && stepped(second, 1, "off");
		const back = third && stepped(third, -1, "off");
		expect(back && currentOf(back)).toBe(second && currentOf(second));
	});

	test("a song picked by hand comes now, and back leads to the one before", () => {
		fc.assert(
			fc.property(lists, draws, fc.nat(29), ([list, index], row, wanted) => {
				const pick = wanted % list.length;
				fc.pre(pick !== index);
				const order = picked(shuffled(inOrder(list, index), from([...row])), pick);
				expect(currentOf(order)).toBe(list[pick]);
				const back = stepped(order, -1, "off");
				expect(back && currentOf(back)).toBe(list[index]);
				expect([...order.sequence].sort((a, b) => a - b)).toEqual(list.map((_, place) => place));
			}),
		);
	});

	test("switched off, the list's own order goes on from the same song", () => {
		const order = unshuffled(shuffled(inOrder(tracks(5), 2)));
		expect(currentOf(order)?.id).toBe("3");
		expect(ids(order)).toEqual(["4", "5"]);
	});
});

test("repeat all begins anew after the last song, in both directions; otherwise nothing follows", () => {
	const last = inOrder(tracks(3), 2);
	expect(stepped(last, 1, "off")).toBeNull();
	const anew = stepped(last, 1, "all");
	expect(anew && currentOf(anew)?.id).toBe("1");
	expect(stepped(inOrder(tracks(3), 0), -1, "off")).toBeNull();
	const around = stepped(inOrder(tracks(3), 0), -1, "all");
	expect(around && currentOf(around)?.id).toBe("3");
	expect(stepped(inOrder([], 0), 1, "all")).toBeNull();
});

test("what is taken out of the queue stays out, also when shuffle is switched on and off", () => {
	const order = without(inOrder(tracks(4), 0), 2);
	expect(ids(order)).toEqual(["2", "4"]);
	expect(ids(unshuffled(shuffled(order)))).toEqual(["2", "4"]);
});
