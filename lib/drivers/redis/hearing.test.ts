import { beforeEach, describe, expect, test } from "vitest";
import { hearing } from "./hearing";

describe("hearing the others", () => {
	let told: number;
	let ear: ReturnType<typeof hearing>;
	/** So many beats, of which it hears its own, and those of the others that are named. */
	const beats = (count: number, { own = true, others = [] as string[], sure = true } = {}) => {
		for (let n = 0; n < count; n++) {
			const said = ear.beat();
			if (own) ear.hear("me", said);
			for (const other of others) ear.hear(other, { number: 1, isSure: sure });
		}
	};
	beforeEach(() => {
		told = 0;
		ear = hearing("me", () => told++);
		beats(2);
	});

	test("begins unsure, is sure after its first beat came back, and says that once", () => {
		expect(hearing("me", () => {}).isSure()).toBe(false);
		expect(ear.isSure()).toBe(true);
		expect(told).toBe(1);
		beats(100);
		expect(told).toBe(1);
	});

	test("is unsure once its beats stay away, repeats it every half second, and says it once more when they come again", () => {
		beats(3, { own: false });
		expect(ear.isSure()).toBe(true);
		beats(1, { own: false });
		expect(ear.isSure()).toBe(false);
		expect(told).toBe(2);
		beats(5, { own: false });
		expect(told).toBe(3);
		beats(2);
		expect(ear.isSure()).toBe(true);
		expect(told).toBe(4);
	});

	test("is unsure while its beats come regularly, but late", () => {
		const underWay: { number: number; isSure: boolean }[] = [];
		for (let n = 0; n < 20; n++) {
			underWay.push(ear.beat());
			const late = underWay.length > 6 ? underWay.shift() : null;
			if (late) ear.hear("me", late);
		}
		expect(ear.isSure()).toBe(false);
		expect(underWay.at(-1)?.isSure).toBe(false);
	});

	test("is unsure at the next beat after its connection broke, however soon it is back", () => {
		ear.lost();
		beats(1);
		expect(told).toBe(2);
		beats(1);
		expect(ear.isSure()).toBe(true);
		expect(told).toBe(3);
	});

	test("is unsure while another instance is silent without a word, or says itself that it is unsure", () => {
		beats(5, { others: ["a", "b"] });
		expect(ear.isSure()).toBe(true);
		beats(5, { others: ["a"] });
		expect(ear.isSure()).toBe(false);
		beats(2, { others: ["a", "b"] });
		expect(ear.isSure()).toBe(true);
		beats(2, { others: ["a", "b"], sure: false });
		expect(ear.isSure()).toBe(false);
	});

	test("misses nobody who said good-bye, and nobody for longer than a quarter of an hour", () => {
		beats(5, { others: ["a"] });
		ear.bye("a");
		beats(10);
		expect(ear.isSure()).toBe(true);
		expect(told).toBe(1);
		beats(1, { others: ["b"] });
		beats(8_999);
		expect(ear.isSure()).toBe(false);
		beats(2);
		expect(ear.isSure()).toBe(true);
	});
});
