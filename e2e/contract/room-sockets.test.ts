import { afterEach, describe, expect, test } from "vitest";
import { chatMessage, sessionData } from "@/lib/live/events";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { films, RoomScene } from "../support/rooms";
import { connect, hangUp, heardOf, refusedWith } from "../support/sockets";
import { date } from "./shapes";

const gone = "Session not found or has expired";
const notHere = "Only people in this room can do this";

afterEach(hangUp);

describe.each(lanes)("sockets in movie rooms on $name", ({ url }) => {
	/** A line from an address of its own. */
	const line = (options: { transports?: ("websocket" | "polling")[] } = {}) =>
		connect(url, { headers: { "x-forwarded-for": new Client(url).elsewhere().headers["x-forwarded-for"] ?? "" }, ...options });

	test("a join is answered by the count, the room and who one is there, in this order; then come changes", async () => {
		const room = await RoomScene.begin(url);
		for (const [index, payload] of [
			room.code,
			Number(room.code),
			{ sessionID: room.code },
			{ sessionID: Number(room.code), name: "Bo" },
		].entries()) {
			const here = await line();
			const answer = await here.say("join-session", payload);
			expect(here.told.slice(0, 3).map(({ event }) => event)).toEqual(["player-count", "session-update", "joined-session"]);
			expect(await here.next("player-count")).toEqual({ count: index + 1 });
			const data = sessionData.parse(await here.next("session-update"));
			const name = index === 3 ? "Bo" : `Guest ${index + 1}`;
			expect(data.participants.at(-1)).toEqual({ id: `p${index + 1}`, name, joinedAt: date, connected: true, done: false });
			const joined = await here.next("joined-session");
			expect(joined).toEqual({
				sessionID: room.code,
				participantToken: joined.participantToken,
				participantId: `p${index + 1}`,
				votes: {},
				pairVotes: {},
			});
			expect(answer).toEqual({
				ok: true,
				sessionID: room.code,
				participantToken: joined.participantToken,
				participantId: joined.participantId,
			});
		}
	});

	test("works over long polling alone", async () => {
		const room = await RoomScene.begin(url);
		const here = await line({ transports: ["polling"] });
		await room.joinOn(here, { name: "Bo" });
		await room.ballot();
		expect((await here.next("session-update", ({ movies }) => movies.length > 0)).movies).toHaveLength(films.length);
	});

	test("everybody is told of every change, by whichever way it came", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join({ name: "Bo" })];
		expect((await ada.line.next("player-count", ({ count }) => count === 2)).count).toBe(2);
		await room.start();
		for (const { line } of [ada, bo]) await line.next("session-update", ({ state }) => state === "voting");
		await room.vote(bo, "m1", 5);
		for (const { line } of [ada, bo])
			expect((await line.next("session-update", ({ voted }) => voted.m1 === 1)).results[0]).toMatchObject({ compatibility: 100 });
		bo.line.close();
		const without = await ada.line.next("session-update", ({ participants }) => participants[1]?.connected === false);
		expect(without.participants.map(({ name }) => name)).toEqual(["Ada", "Bo"]);
		expect(await ada.line.next("player-count", ({ count }) => count === 1)).toEqual({ count: 1 });
	});

	test("a person who comes back with their token is the same, on another phone too, with their votes", async () => {
		const room = await RoomScene.begin(url);
		const [, bo] = [await room.host(), await room.join({ name: "Bo" })];
		await room.start();
		await room.vote(bo, "m2", 4);
		bo.line.close();
		const again = await room.join({ participantToken: bo.participantToken });
		expect(again).toMatchObject({ participantId: bo.participantId, participantToken: bo.participantToken, votes: { m2: 4 } });
		const renamed = await room.join({ participantToken: bo.participantToken, name: "Bob" });
		expect(renamed.participantId).toBe(bo.participantId);
		const data = await room.data();
		expect(data.participants.map(({ name, connected }) => [name, connected])).toEqual([
			["Ada", true],
			["Bob", true],
		]);
		// One of two phones goes: the person is here still.
		again.line.close();
		await room.vote(bo, "m1", 3);
		const told = await renamed.line.next("session-update", ({ voted }) => voted.m1 === 1);
		expect(told.participants[1]).toMatchObject({ connected: true });
	});

	test("whoever leaves is gone at once, holds nothing up, and can come back", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join({ name: "Bo" })];
		await room.start("tournament", films.slice(0, 2));
		const [pair] = (await room.data()).tournament?.rounds[0] ?? [];
		const vote = { participantToken: ada.participantToken, roundIndex: 0, pairIndex: 0, winnerId: pair?.first };
		expect((await room.post("/api/tournament/vote", vote)).status).toBe(200);
		expect((await room.data()).state).toBe("voting");
		expect(await bo.line.say("leave-session")).toEqual({ ok: true });
		expect(await ada.line.next("session-update", ({ state }) => state === "results")).toMatchObject({
			tournament: { championId: pair?.first },
		});
		expect((await room.data()).participants.map(({ name }) => name)).toEqual(["Ada"]);
		await refusedWith(bo.line, notHere, "chat-message", { roomCode: room.code, text: "still here?" });
		const back = await room.joinOn(bo.line, { participantToken: bo.participantToken });
		expect(back.participantId).toBe(bo.participantId);
		expect(await bo.line.say("leave-session")).toEqual({ ok: true });
		expect(await bo.line.say("leave-session", null)).toEqual({ ok: true });
	});

	test("who comes while the others vote votes with them", async () => {
		const room = await RoomScene.begin(url);
		const ada = await room.host();
		await room.start();
		await room.vote(ada, "m1", 2);
		const late = await room.join({ name: "Late" });
		expect(await late.line.next("session-update")).toMatchObject({ state: "voting", voted: { m1: 1 } });
		expect((await room.vote(late, "m1", 5)).body.results[0]).toMatchObject({ compatibility: 63, count: 2 });
	});

	test("what is said is heard by everybody in the room and nobody else, under the name that they joined with", async () => {
		const [room, other] = [await RoomScene.begin(url), await RoomScene.begin(url)];
		const [ada, bo, stranger] = [await room.host(), await room.join({ name: "Bo" }), await other.join()];
		for (const text of ["Hello", "نص 👩‍👩‍👧 <b>no markup</b>", "x".repeat(500)]) {
			const answer = await bo.line.say("chat-message", { roomCode: Number(room.code), senderName: "Ada", text });
			for (const { line } of [ada, bo]) {
				const message = chatMessage.parse(await line.next("chat-message"));
				expect(message).toEqual({ id: answer.id, senderId: bo.participantId, senderName: "Bo", text, timestamp: message.timestamp });
			}
		}
		await refusedWith(bo.line, notHere, "chat-message", { roomCode: other.code, text: "let me in" });
		for (const text of ["", "   ", "x".repeat(501), "a\u0000b", 7, null, ["x"], { x: 1 }])
			await refusedWith(bo.line, /^text: /, "chat-message", { roomCode: room.code, text });
		await stranger.line.say("chat-message", { roomCode: other.code, text: "mine" });
		expect(await stranger.line.next("chat-message")).toMatchObject({ text: "mine" });
		expect(heardOf(stranger.line, "chat-message")).toHaveLength(1);
		expect(heardOf(ada.line, "chat-message")).toHaveLength(3);
	});

	test("whoever hangs up while they join is not there", async () => {
		const room = await RoomScene.begin(url);
		const ada = await room.host();
		for (let n = 0; n < 5; n++) {
			const here = await line();
			here.socket.emit("join-session", room.code);
			// What was said before the line ends is sent.
			here.socket.io.engine.once("drain", () => here.close());
		}
		await room.join({ name: "Bo" });
		const nobody = ({ participants }: { participants: { name: string; connected: boolean }[] }) =>
			participants.every(({ name, connected }) => connected === ["Ada", "Bo"].includes(name));
		expect(
			nobody(await ada.line.next("session-update", (data) => data.participants.some(({ name }) => name === "Bo") && nobody(data))),
		).toBe(true);
	});

	test("a person who leaves on one phone is here still on the other", async () => {
		const room = await RoomScene.begin(url);
		const [, bo] = [await room.host(), await room.join({ name: "Bo" })];
		const second = await line();
		await Promise.all([bo.line.say("leave-session"), room.joinOn(second, { participantToken: bo.participantToken })]);
		// Which of the two comes first nobody knows; whoever is here and passes for gone is taken in again a moment later.
		await expect.poll(async () => (await room.data()).participants[1], { timeout: 20_000 }).toMatchObject({ name: "Bo", connected: true });
	});

	test("a socket is in one room at a time", async () => {
		const [room, other] = [await RoomScene.begin(url), await RoomScene.begin(url)];
		const [ada, bo] = [await room.host(), await room.join({ name: "Bo" })];
		await other.joinOn(bo.line, { name: "Bo" });
		expect(await ada.line.next("player-count", ({ count }) => count === 1)).toEqual({ count: 1 });
		expect((await room.data()).participants.map(({ name }) => name)).toEqual(["Ada"]);
		expect((await other.data()).participants.map(({ name }) => name)).toEqual(["Bo"]);
	});

	test("joins that lead nowhere, or with what is not theirs, are refused and change nothing", async () => {
		const [room, other] = [await RoomScene.begin(url), await RoomScene.begin(url)];
		const [host, stranger] = [await room.host(), await other.host()];
		const before = await room.data();
		const tries: [unknown, string | RegExp][] = [
			["100001", gone],
			[100001, gone],
			["12", gone],
			["", "sessionID is required"],
			[{ sessionID: "" }, "sessionID is required"],
			[{}, /./],
			[null, /./],
			[undefined, /./],
			[["x"], /./],
			[true, /./],
			[{ sessionID: { $ne: 1 } }, /./],
			[{ sessionID: room.code, name: "x".repeat(10_000) }, "name: At most 20 characters"],
			[{ sessionID: room.code, name: "a\u0007b" }, "name: Has characters that cannot be shown"],
			[{ sessionID: room.code, name: "\u202eevil" }, "name: Has characters that cannot be shown"],
			[{ sessionID: room.code, name: "" }, "name: Required"],
			[{ sessionID: room.code, hostToken: other.hostToken }, "Only the host can do this"],
			[{ sessionID: room.code, hostToken: host.participantToken }, "Only the host can do this"],
			[{ sessionID: room.code, participantToken: stranger.participantToken }, notHere],
			[{ sessionID: room.code, participantToken: "p1.AAAA" }, notHere],
		];
		for (const [payload, words] of tries) {
			const here = await line();
			await refusedWith(here, words, "join-session", payload);
			expect(here.told.map(({ event }) => event)).toEqual(["error"]);
			here.close();
		}
		expect(await room.data()).toEqual(before);
	});

	test("when the host stays away the longest-present one becomes the host, and the host who comes back is a guest", {
		timeout: 120_000,
	}, async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo, cy] = [await room.host(), await room.join({ name: "Bo" }), await room.join({ name: "Cy" })];
		ada.line.close();
		const { hostToken } = await bo.line.next("host-granted");
		const data = await cy.line.next("session-update", ({ hostId }) => hostId === bo.participantId);
		expect(data.hostName).toBe("Bo");
		expect(heardOf(cy.line, "host-granted")).toEqual([]);
		const again = await room.join({ participantToken: ada.participantToken, hostToken: room.hostToken });
		expect(again.participantId).toBe(ada.participantId);
		expect((await room.data()).hostId).toBe(bo.participantId);
		expect((await room.post("/api/session/movies", { hostToken: room.hostToken, movies: films })).status).toBe(403);
		expect((await room.post("/api/session/movies", { hostToken, movies: films })).status).toBe(200);
		// A phone that lost the token is given it again.
		bo.line.close();
		const back = await room.join({ participantToken: bo.participantToken });
		expect(await back.line.next("host-granted")).toEqual({ hostToken });
	});
});
