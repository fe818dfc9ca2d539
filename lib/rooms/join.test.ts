import { describe, expect, test } from "vitest";
import { roomWorld } from "@/e2e/support/room-world";
import { saveBallot } from "./ballot";
import { changeRoom, roomNow } from "./change";
import { entering, joinRoom } from "./join";
import { mostParticipants, mostRemembered, type Room } from "./room";
import { startGame } from "./start";

const key = "5e".repeat(32);
const votes = { m1: 1 };

describe("a room that many people pass through", () => {
	/** A room in which a vote is under way, with its host, and so many more who voted, and left or are still there. */
	async function crowded(people: number, { left }: { left: boolean }) {
		const setting = roomWorld();
		const { code, hostToken, host } = await setting.room();
		await saveBallot(setting.world, { sessionID: code, hostToken, films: [{ title: "M" }, { title: "Faust" }] }, "host");
		await startGame(setting.world, { sessionID: code, hostToken }, "host");
		await changeRoom(setting.world, code, ({ room, now }) => {
			let next: Room = room;
			for (let n = 0; n < people; n++) {
				const entered = entering(key, {})({ code, room: next, now: now + n });
				const participants = entered.room.participants.map((each) =>
					each.id === entered.result ? { ...each, hasLeft: left, seenUntil: now + n } : each,
				);
				next = { ...entered.room, participants, votes: { ...entered.room.votes, [entered.result]: votes } };
			}
			return { room: next, result: undefined };
		});
		return { ...setting, code, host };
	}

	test("has places for those who are there, however many voted and left", async () => {
		const { world, code } = await crowded(mostParticipants + 20, { left: true });
		const { id, room } = await joinRoom(world, { sessionID: code, name: "Late" }, "late");
		expect(room.participants.at(-1)).toMatchObject({ id, name: "Late" });
		expect(Object.keys(room.votes)).toHaveLength(mostParticipants + 20);
	});

	test("is full when all of its places are taken", async () => {
		const { world, code } = await crowded(mostParticipants - 1, { left: false });
		await expect(joinRoom(world, { sessionID: code }, "late")).rejects.toMatchObject({ code: "room_full" });
	});

	test("forgets who left it first, with their votes, before it keeps too many in mind", async () => {
		const { world, code, host } = await crowded(mostRemembered + 50, { left: true });
		await joinRoom(world, { sessionID: code }, "late");
		const room = await roomNow(world, code);
		const ids = new Set(room?.participants.map(({ id }) => id));
		expect(ids.size).toBeLessThanOrEqual(mostRemembered + 1);
		expect(ids.has(host.id)).toBe(true);
		expect(ids.has("p2")).toBe(false);
		expect(Object.keys(room?.votes ?? {}).every((id) => ids.has(id))).toBe(true);
	});
});
