import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitScale, fitted, mostScale, movedBy, type View, zoomedBy, zoomText } from "./view";

const board = { width: 2_000, height: 1_000 };
const phone = { width: 360, height: 500 };
/** Where a place of the board (from its middle) is in the frame (from its middle). */
const shownAt = ({ scale, x, y }: View, place: { x: number; y: number }) => ({
	x: place.x * fitScale(board, phone) * scale + x,
	y: place.y * fitScale(board, phone) * scale + y,
});

describe("a look at a board", () => {
	test("begins with all of it, and enlarges nothing that is small", () => {
		expect(fitScale(board, phone)).toBeCloseTo(0.18);
		expect(fitScale({ width: 100, height: 50 }, phone)).toBe(1);
		expect(zoomText(fitted, board, phone)).toBe("18 %");
	});

	test("goes in about a place, which stays where it is", () => {
		const about = { x: 50, y: -40 };
		const view = zoomedBy(fitted, 2, about, board, phone);
		expect(view.scale).toBe(2);
		const before = { x: about.x / fitScale(board, phone), y: about.y / fitScale(board, phone) };
		expect(shownAt(view, before).x).toBeCloseTo(about.x);
		expect(shownAt(view, before).y).toBeCloseTo(about.y);
	});

	test("goes neither in nor out without end", () => {
		expect(zoomedBy(fitted, 1e9, { x: 0, y: 0 }, board, phone).scale).toBe(mostScale(board, phone));
		expect(zoomedBy(fitted, 1e-9, { x: 0, y: 0 }, board, phone).scale).toBe(0.5);
	});

	test("never loses the board", () => {
		const step = fc.oneof(
			fc.record({ by: fc.record({ x: fc.integer({ min: -5e3, max: 5e3 }), y: fc.integer({ min: -5e3, max: 5e3 }) }) }),
			fc.record({
				factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
				about: fc.record({ x: fc.integer({ min: -180, max: 180 }), y: fc.integer({ min: -250, max: 250 }) }),
			}),
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
				const view = steps.reduce(
					(now, each) => ("by" in each ? movedBy(now, each.by, board, phone) : zoomedBy(now, each.factor, each.about, board, phone)),
					fitted,
				);
				const unit = fitScale(board, phone) * view.scale;
				// What of it reaches into the frame, on either side.
				const overlap = (length: number, room: number, offset: number) => (length * unit + room) / 2 - Math.abs(offset);
				expect(overlap(board.width, phone.width, view.x)).toBeGreaterThan(63);
				expect(overlap(board.height, phone.height, view.y)).toBeGreaterThan(63);
			}),
		);
	});

	test("does not fail before the frame has a size", () => {
		expect(movedBy(fitted, { x: 5, y: 5 }, board, { width: 0, height: 0 })).toMatchObject({ scale: 1 });
	});
});
