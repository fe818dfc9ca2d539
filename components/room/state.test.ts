import { expect, test } from "vitest";
import { sessionData } from "@/e2e/support/session-data";
import type { SessionData } from "@/lib/live/events";
import { firstState, type RoomEvent, type RoomState, roomState } from "./state";

const after = (...events: RoomEvent[]): RoomState => events.reduce(roomState, firstState);
const joined: RoomEvent = {
	type: "joined",
	joined: { sessionID: "482913", participantToken: "t", participantId: "p1", votes: { m1: 4 }, pairVotes: {} },
};
const update = (change?: Partial<SessionData>): RoomEvent => ({ type: "update", data: sessionData(change) });

test("whoever joined is inside, with the votes they gave before", () => {
	expect(after(update({ state: "voting" }), joined)).toMatchObject({ phase: "inside", isUp: true, me: "p1", votes: { m1: 4 } });
});

test("the last vote stands last, and can be taken back", () => {
	const vote = (key: string, value: number | null): RoomEvent => ({ type: "vote", game: 1, of: "votes", key, value });
	expect(Object.entries(after(update(), vote("m1", 2), vote("m2", 5), vote("m1", 3)).votes)).toEqual([
		["m2", 5],
		["m1", 3],
	]);
	expect(after(update(), vote("m1", 2), vote("m1", null)).votes).toEqual({});
	expect(after(update({ game: 2 }), vote("m1", 2)).votes).toEqual({});
});

test("another vote begins with no votes; a line that broke within one keeps them", () => {
	const inside = [update({ state: "voting" }), joined];
	expect(after(...inside, update({ state: "voting" })).votes).toEqual({ m1: 4 });
	// The end of the first was not told.
	expect(after(...inside, update({ state: "voting", game: 2 })).votes).toEqual({});
	// Something that was under way when it ended.
	expect(after(...inside, update({ state: "results" }), update({ state: "voting" })).votes).toEqual({ m1: 4 });
	expect(after(...inside, update({ state: "voting", game: 2 }), joined).votes).toEqual({ m1: 4 });
});

test("a host's token is kept until somebody else is the host", () => {
	const host: RoomEvent = { type: "host", hostToken: "h" };
	expect(after(update(), joined, host, update()).hostToken).toBe("h");
	expect(after(update(), joined, host, update({ hostId: "p2" })).hostToken).toBeNull();
});
