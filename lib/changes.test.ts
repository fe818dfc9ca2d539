import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryBus } from "@/lib/drivers/memory/bus";
import { subscribers } from "@/lib/drivers/memory/subscribers";
import { watchChanges } from "./changes";

const watched = { shareId: 1, itemIds: [2], ownerIds: ["a", "b", "a"] };
const ends: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	for (const end of ends.splice(0)) end();
	vi.useRealTimers();
});

/** A bus without another instance, or one that says so when it is unsure. */
const unsureBus = () => ({ ...subscribers(), publish: async () => {} });

test("of however much is told during a look, one more look is made of it", async () => {
	const bus = memoryBus();
	const answers: (() => void)[] = [];
	const look = vi.fn(() => new Promise<void>((resolve) => answers.push(resolve)));
	ends.push(watchChanges(bus, watched, look));
	for (const topic of ["share:1", "item:2", "owner:a", "owner:b", "share:9"]) await bus.publish(topic, "changed");
	expect(look).toHaveBeenCalledTimes(1);
	answers[0]?.();
	await vi.advanceTimersByTimeAsync(0);
	expect(look).toHaveBeenCalledTimes(2);
	answers[1]?.();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(look).toHaveBeenCalledTimes(2);
	await bus.publish("share:1", "changed");
	expect(look).toHaveBeenCalledTimes(3);
});

test("what only time changes is looked for within its period, and not while a look is under way", async () => {
	const looks: string[] = [];
	let answer = () => {};
	ends.push(
		watchChanges(memoryBus(), { ...watched, every: 1_000 }, (why) => {
			looks.push(why);
			if (looks.length === 3) return new Promise<void>((resolve) => (answer = resolve));
		}),
	);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(looks).toEqual(["told", "time"]);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(looks).toHaveLength(3);
	answer();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(looks.length).toBeGreaterThan(3);
});

test("those who are unsure look one after the other, within a fifth of a second, and once more before a second is over", async () => {
	const bus = unsureBus();
	const looks: number[] = [];
	for (let one = 0; one < 200; one++) ends.push(watchChanges(bus, watched, () => looks.push(Date.now())));
	await vi.advanceTimersByTimeAsync(1_000);
	looks.length = 0;
	const told = Date.now();
	bus.tellUnsure();
	expect(looks).toHaveLength(0);
	await vi.advanceTimersByTimeAsync(200);
	expect(looks).toHaveLength(200);
	for (const at of [0, 50, 100, 150]) {
		const together = looks.filter((time) => time - told >= at && time - told < at + 50).length;
		expect(together).toBeGreaterThan(10);
		expect(together).toBeLessThan(120);
	}
	await vi.advanceTimersByTimeAsync(601);
	expect(looks).toHaveLength(400);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(looks).toHaveLength(400);
});

test("a change that is told after doubt does not take the look that is owed", async () => {
	const bus = unsureBus();
	const look = vi.fn();
	ends.push(watchChanges(bus, watched, look));
	bus.tellUnsure();
	await vi.advanceTimersByTimeAsync(200);
	bus.tell("share:1", "changed");
	expect(look).toHaveBeenCalledTimes(3);
	await vi.advanceTimersByTimeAsync(700);
	expect(look).toHaveBeenCalledTimes(4);
});

test("nobody looks after the end", async () => {
	const bus = unsureBus();
	const look = vi.fn();
	const end = watchChanges(bus, { ...watched, every: 1_000 }, look);
	bus.tellUnsure();
	end();
	bus.tell("share:1", "changed");
	await vi.advanceTimersByTimeAsync(5_000);
	expect(look).toHaveBeenCalledTimes(1);
});
