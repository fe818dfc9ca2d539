import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { firstVersion } from "@/lib/drivers/store/rooms-together";
import type { RoomStore } from "@/lib/ports";

const now = new Date("2026-01-01T12:00:00Z");
const secondsOn = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
/** No room begins where one before it under the same code can have been. */
const first = firstVersion(now);
/** A code that no other test has. */
const anyCode = () => String(randomInt(100_000, 1_000_000));

/** What every store of rooms keeps. `keepsTime`: it goes by the times that it is told, not by its own clock. */
export function roomsContract(name: string, make: () => RoomStore, { keepsTime }: { keepsTime: boolean }): void {
	describe(`${name} as a store of rooms`, () => {
		test("gives back what was put in, at its version", async () => {
			const rooms = make();
			const code = anyCode();
			expect(await rooms.read(code, now)).toBeNull();
			const room = { name: "Zoë 🎬 \u202e", votes: { p1: { m1: 5 } }, list: [1, null, "x"] };
			expect(await rooms.create(code, room, now, secondsOn(60))).toBe(true);
			expect(await rooms.read(code, now)).toEqual({ version: first, room });
		});

		test("has one room under a code, whoever makes it first", async () => {
			const rooms = make();
			const code = anyCode();
			const made = await Promise.all(Array.from({ length: 20 }, (_, by) => rooms.create(code, { by }, now, secondsOn(60))));
			expect(made.filter(Boolean)).toHaveLength(1);
			expect(await rooms.read(code, now)).toEqual({ version: first, room: { by: made.indexOf(true) } });
		});

		test("swaps at its version alone: of many at once exactly one is written", async () => {
			const rooms = make();
			const code = anyCode();
			await rooms.create(code, { n: 0 }, now, secondsOn(60));
			const swapped = await Promise.all(Array.from({ length: 20 }, (_, n) => rooms.swap(code, first, { n: n + 1 }, now, secondsOn(60))));
			expect(swapped.filter(Boolean)).toHaveLength(1);
			expect(await rooms.read(code, now)).toEqual({ version: first + 1, room: { n: swapped.indexOf(true) + 1 } });
			expect(await rooms.swap(code, first, { n: -1 }, now, secondsOn(60))).toBe(false);
			expect(await rooms.swap(code, first + 1, { n: 99 }, now, secondsOn(60))).toBe(true);
			expect(await rooms.read(code, now)).toEqual({ version: first + 2, room: { n: 99 } });
		});

		test("loses no change of many that try until they are first", async () => {
			const rooms = make();
			const code = anyCode();
			await rooms.create(code, { n: 0 }, now, secondsOn(60));
			const add = async (): Promise<void> => {
				const { version, room } = (await rooms.read(code, now)) ?? { version: 0, room: { n: 0 } };
				if (!(await rooms.swap(code, version, { n: (room as { n: number }).n + 1 }, now, secondsOn(60)))) return add();
			};
			await Promise.all(Array.from({ length: 25 }, add));
			expect((await rooms.read(code, now))?.room).toEqual({ n: 25 });
		});

		test("knows no room that was never made", async () => {
			const rooms = make();
			const code = anyCode();
			expect(await rooms.swap(code, first, {}, now, secondsOn(60))).toBe(false);
			expect(await rooms.read(code, now)).toBeNull();
		});

		if (keepsTime)
			test("forgets a room when its time is over, and gives its code to the next", async () => {
				const rooms = make();
				const [code, other] = [anyCode(), anyCode()];
				await rooms.create(code, { old: true }, now, secondsOn(60));
				await rooms.create(other, { lives: true }, now, secondsOn(600));
				expect(await rooms.read(code, secondsOn(60))).toBeNull();
				expect(await rooms.swap(code, first, {}, secondsOn(60), secondsOn(120))).toBe(false);
				await rooms.sweep(secondsOn(60));
				expect(await rooms.read(code, now)).toBeNull();
				expect(await rooms.read(other, secondsOn(60))).toEqual({ version: first, room: { lives: true } });
				await rooms.create(code, { old: true }, now, secondsOn(60));
				expect(await rooms.create(code, { new: true }, secondsOn(60), secondsOn(120))).toBe(true);
				expect(await rooms.read(code, secondsOn(60))).toEqual({ version: first + 60, room: { new: true } });
			});

		if (keepsTime)
			test("lives on by every change", async () => {
				const rooms = make();
				const code = anyCode();
				await rooms.create(code, {}, now, secondsOn(60));
				expect(await rooms.swap(code, first, { used: true }, secondsOn(59), secondsOn(119))).toBe(true);
				expect(await rooms.read(code, secondsOn(118))).toEqual({ version: first + 1, room: { used: true } });
			});
	});
}
