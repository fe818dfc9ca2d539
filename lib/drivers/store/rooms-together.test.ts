import { expect, test } from "vitest";
import { roomWorld } from "@/e2e/support/room-world";
import { memoryBus } from "@/lib/drivers/memory/bus";
import type { RoomStore } from "@/lib/ports";
import { firstVersion, roomsTogether } from "./rooms-together";

const now = new Date("2026-03-01T20:00:00Z");
const later = new Date("2026-03-01T21:00:00Z");
type Counter = { n: number };
const add = (room: unknown) => ({ room: { n: (room as Counter).n + 1 }, result: (room as Counter).n + 1 });

/** The store, and how often it was written. */
function counted(store: RoomStore) {
	let writes = 0;
	const swap: RoomStore["swap"] = (...given) => {
		writes++;
		return store.swap(...given);
	};
	return { store: { ...store, swap }, writes: () => writes };
}

test("what comes together is written together, in order, and each is answered", async () => {
	const { store, writes } = counted(roomWorld().store);
	const rooms = roomsTogether(store, memoryBus());
	await rooms.create("123456", { n: 0 }, now, later);
	const results = await Promise.all(Array.from({ length: 300 }, () => rooms.change("123456", add, now, later)));
	expect(results).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
	expect((await rooms.read("123456", now))?.room).toEqual({ n: 300 });
	expect(writes()).toBeLessThan(20);
});

test("two instances that write the same room lose nothing", async () => {
	const { store } = roomWorld();
	const [one, two] = [roomsTogether(store, memoryBus()), roomsTogether(store, memoryBus())];
	await one.create("123456", { n: 0 }, now, later);
	const results = await Promise.all(
		Array.from({ length: 100 }, async (_, index) => {
			// Each begins when another one is under way.
			for (let turn = 0; turn < index % 7; turn++) await Promise.resolve();
			return (index % 2 ? one : two).change("123456", add, now, later);
		}),
	);
	expect(results.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
	expect((await one.read("123456", now))?.room).toEqual({ n: 100 });
});

test("one that is refused changes nothing, and stands in nobody's way", async () => {
	const rooms = roomsTogether(roomWorld().store, memoryBus());
	await rooms.create("123456", { n: 0 }, now, later);
	const refuse = () => {
		throw new Error("not you");
	};
	const all = await Promise.allSettled([add, refuse, add].map((change) => rooms.change<unknown>("123456", change, now, later)));
	expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
	expect((await rooms.read("123456", now))?.room).toEqual({ n: 2 });
});

test("the bus is told of a change, once it is written, and of nothing else", async () => {
	const bus = memoryBus();
	const { store } = roomWorld();
	const rooms = roomsTogether(store, bus);
	const seen: Promise<unknown>[] = [];
	bus.subscribe("room:123456", () => seen.push(store.read("123456", now)));
	await rooms.create("123456", { n: 0 }, now, later);
	await rooms.change("123456", (room) => ({ room: Object(room), result: null }), now, later);
	expect(seen).toHaveLength(0);
	await rooms.change("123456", add, now, later);
	expect(await Promise.all(seen)).toEqual([{ version: firstVersion(now) + 1, room: { n: 1 } }]);
});

test("there is no such room for who comes too late, nor for those with them", async () => {
	const rooms = roomsTogether(roomWorld().store, memoryBus());
	await rooms.create("123456", { n: 0 }, now, later);
	expect(await Promise.all([rooms.change("123456", add, later, later), rooms.change("123456", add, later, later)])).toEqual([null, null]);
	expect(await rooms.change("654321", add, now, later)).toBeNull();
});

test("a store that is away fails those who asked, and is asked anew by the next", async () => {
	const { store } = roomWorld();
	let isAway = true;
	const read: RoomStore["read"] = (...given) => (isAway ? Promise.reject(new Error("away")) : store.read(...given));
	const rooms = roomsTogether({ ...store, read }, memoryBus());
	await rooms.create("123456", { n: 0 }, now, later);
	const lost = await Promise.allSettled([rooms.change("123456", add, now, later), rooms.change("123456", add, now, later)]);
	expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
	isAway = false;
	expect(await rooms.change("123456", add, now, later)).toBe(1);
});

test("what is remembered of a room is not taken for the next one under its code", async () => {
	const { store } = roomWorld();
	const [one, two] = [roomsTogether(store, memoryBus()), roomsTogether(store, memoryBus())];
	await one.create("123456", { n: 0 }, now, later);
	await one.change("123456", add, now, later);
	await two.change("123456", add, now, later);
	await two.create("123456", { n: 100 }, later, new Date(later.getTime() + 3_600_000));
	for (const rooms of [one, two]) await rooms.change("123456", add, later, new Date(later.getTime() + 3_600_000));
	expect((await one.read("123456", later))?.room).toEqual({ n: 102 });
});
