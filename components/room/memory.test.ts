import { expect, test } from "vitest";
import { endedRooms } from "./memory";

const hour = 60 * 60 * 1000;
const now = 1_000 * hour;
const kept = (code: number, ago: number) => [`room_${code}`, JSON.stringify({ participantToken: "t", usedAt: now - ago * hour })] as const;

test("rooms are forgotten a day after they were used, and with them what cannot be read", () => {
	const broken = [["room_3", "{"] as const, ["room_4", "7"] as const, ["room_5", '{"usedAt":"x"}'] as const];
	expect(endedRooms([kept(1, 25), kept(2, 23), ...broken], now)).toEqual(["room_1", "room_3", "room_4", "room_5"]);
});

test("of many rooms the last ones are kept", () => {
	const rooms = Array.from({ length: 22 }, (_, at) => kept(at, 22 - at));
	expect(endedRooms(rooms, now).toSorted()).toEqual(["room_0", "room_1"]);
});
