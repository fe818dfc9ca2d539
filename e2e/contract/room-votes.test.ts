import { afterEach, describe, expect, test } from "vitest";
import type { Heard } from "../support/client";
import { lanes } from "../support/lanes";
import { films, RoomScene } from "../support/rooms";
import { hangUp } from "../support/sockets";

const heard = ({ status, body }: Heard) => [status, body];
const gone = { message: "Session not found or has expired" };
const notHost = { message: "Only the host can do this" };
const notHere = { message: "Only people in this room can do this" };
const noVote = { message: "There is no such vote now" };

afterEach(hangUp);

describe.each(lanes)("votes in movie rooms on $name", ({ url }) => {
	test("the game begins with a ballot, by the host, once", async () => {
		const room = await RoomScene.begin(url);
		const start = (body: object = {}) => room.post("/api/start-game", { hostToken: room.hostToken, ...body });
		expect(heard(await start())).toEqual([400, { message: "Not enough movies" }]);
		await room.ballot();
		expect(heard(await room.at(url).post("/api/start-game", { hostToken: "x" }))).toEqual([403, notHost]);
		expect(heard(await room.at(url).post("/api/start-game", { sessionID: "100001", hostToken: room.hostToken }))).toEqual([404, gone]);
		expect(heard(await start())).toEqual([200, { message: "Game started successfully" }]);
		expect(heard(await start())).toEqual([409, { message: "The vote is under way" }]);
		expect(heard(await room.post("/api/session/movies", { hostToken: room.hostToken, movies: films }))).toEqual([
			409,
			{ message: "The vote is under way" },
		]);
		expect((await room.post("/api/session/finish", { hostToken: room.hostToken })).status).toBe(200);
		expect(heard(await start({ mode: "tournament" }))).toEqual([200, { message: "Tournament started successfully" }]);
		expect(await room.data()).toMatchObject({ state: "voting", mode: "tournament" });
	});

	test("each person has one vote on a film, of which the last stands and which can be taken back", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join({ name: "Bo" })];
		expect(heard(await room.vote(ada, "m1", 5))).toEqual([409, noVote]);
		await room.start();
		const results = (...rows: [string, number, number, number][]) =>
			rows.map(([id, compatibility, count, vetoes]) => {
				const film = films[Number(id.slice(1)) - 1];
				return { movie: { id, title: film?.title, year: film?.year }, compatibility, count, vetoes };
			});
		expect(heard(await room.vote(ada, "m2", "4"))).toEqual([
			200,
			{ message: "Vote submitted successfully", results: results(["m2", 75, 1, 0], ["m1", 0, 0, 0], ["m3", 0, 0, 0]) },
		]);
		await room.vote(ada, "m2", 2);
		expect((await room.vote(bo, "m2", 1)).body.results).toEqual(results(["m2", 2, 1, 1], ["m1", 0, 0, 0], ["m3", 0, 0, 0]));
		expect((await room.vote(bo, "m3", 5)).body.results[0]).toEqual(results(["m3", 100, 1, 0])[0]);
		const back = await room.post<{ message: string }>("/api/score", { participantToken: bo.participantToken, movieId: "m2" }, "DELETE");
		expect(heard(back)).toEqual([
			200,
			{ message: "Vote taken back", results: results(["m3", 100, 1, 0], ["m2", 25, 1, 0], ["m1", 0, 0, 0]) },
		]);
		expect((await room.data()).voted).toEqual({ m2: 1, m3: 1 });
		for (const score of [0, 6, 3.5, "x", "", "55", null, undefined, [3], true])
			expect((await room.vote(ada, "m1", score)).status).toBe(400);
		expect(heard(await room.vote(ada, "m9", 3))).toEqual([400, { message: "This movie is not on the ballot" }]);
		expect((await room.data()).results).toHaveLength(3);
	});

	test("nobody votes for another person, with another room's token, or after the end", async () => {
		const [room, other] = [await RoomScene.begin(url), await RoomScene.begin(url)];
		const [ada, stranger] = [await room.host(), await other.join()];
		await room.start();
		const forged = ada.participantToken.replace(/^p\d+/, "p2");
		for (const participantToken of [stranger.participantToken, forged, ada.participantId, room.hostToken, "", undefined])
			expect(heard(await room.at(url).post("/api/score", { participantToken, movieId: "m1", score: 5 }))).toEqual([403, notHere]);
		expect(heard(await room.at(url).post("/api/session/finish", { hostToken: other.hostToken }))).toEqual([403, notHost]);
		await room.vote(ada, "m1", 5);
		const finished = await room.post<{ results: object[] }>("/api/session/finish", { hostToken: room.hostToken });
		expect(heard(finished)).toEqual([200, { message: "Voting finished", results: (await room.data()).results }]);
		expect(heard(await room.vote(ada, "m1", 1))).toEqual([409, noVote]);
		expect(heard(await room.post("/api/score", { participantToken: ada.participantToken, movieId: "m1" }, "DELETE"))).toEqual([
			409,
			noVote,
		]);
		expect(heard(await room.post("/api/session/finish", { hostToken: room.hostToken }))).toEqual([409, noVote]);
		expect((await room.data()).results).toEqual(finished.body.results);
	});

	test("a tournament goes from round to round until there is a champion", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join()];
		await room.start("tournament");
		const vote = (by: typeof ada, roundIndex: unknown, pairIndex: unknown, winnerId: unknown, method = "POST") =>
			room.post("/api/tournament/vote", { participantToken: by.participantToken, roundIndex, pairIndex, winnerId }, method);
		const { tournament } = await room.data();
		const [first] = tournament?.rounds ?? [];
		const [pair, bye] = first ?? [];
		expect(first).toHaveLength(2);
		expect(bye).toMatchObject({ second: null, winner: bye?.first });
		expect(heard(await vote(ada, 1, 0, pair?.first))).toEqual([409, { message: "Round mismatch" }]);
		for (const [at, id] of [
			[1, bye?.first],
			[2, pair?.first],
			[0, bye?.first],
			[0, "m9"],
			[-1, pair?.first],
			["x", pair?.first],
		])
			expect((await vote(ada, 0, at, id)).status).toBe(400);
		for (const nothing of [null, "", [], false]) expect((await vote(ada, nothing, nothing, pair?.first)).status).toBe(400);
		expect(heard(await vote(ada, 0, 0, pair?.second))).toEqual([200, { success: true }]);
		// How an open pair stands is told to nobody.
		expect(await room.data()).toMatchObject({ results: [{ count: 0 }, { count: 0 }, { count: 0 }] });
		expect(heard(await vote(ada, 0, 0, pair?.first))).toEqual([409, { message: "Already voted for this pair" }]);
		expect(heard(await vote(ada, 0, 0, undefined, "DELETE"))).toEqual([200, { success: true }]);
		expect((await vote(ada, 0, 0, pair?.second)).status).toBe(200);
		expect(heard(await vote({ ...bo, participantToken: "p2.x" }, 0, 0, pair?.second))).toEqual([403, notHere]);
		expect((await vote(bo, 0, 0, pair?.second)).status).toBe(200);
		const next = (await room.data()).tournament;
		expect(next?.roundIndex).toBe(1);
		expect(next?.rounds[0]?.[0]).toMatchObject({ winner: pair?.second, votes: { first: 0, second: 2 }, voted: 2 });
		expect(heard(await vote(ada, 0, 0, pair?.second))).toEqual([409, { message: "Round mismatch" }]);
		expect(heard(await room.vote(ada, "m1", 5))).toEqual([409, noVote]);
		await vote(ada, 1, 0, bye?.first);
		await vote(bo, 1, 0, bye?.first);
		const end = await room.data();
		expect(end).toMatchObject({ state: "results", tournament: { championId: bye?.first } });
		expect(end.results.map(({ movie }) => movie.id)).toEqual([bye?.first, pair?.second, pair?.first]);
		expect(heard(await vote(ada, 1, 0, bye?.first))).toEqual([409, noVote]);
	});

	test("the host closes a round that waits for somebody, and hands the room over", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join({ name: "Bo" })];
		await room.start("tournament");
		expect(heard(await room.at(url).post("/api/tournament/round", { hostToken: "x", roundIndex: 0 }))).toEqual([403, notHost]);
		expect((await room.post("/api/tournament/round", { hostToken: room.hostToken, roundIndex: 0 })).status).toBe(200);
		expect(heard(await room.post("/api/tournament/round", { hostToken: room.hostToken, roundIndex: 0 }))).toEqual([
			409,
			{ message: "Round mismatch" },
		]);
		const hand = (hostToken: string, participantId: unknown) => room.at(url).post("/api/session/host", { hostToken, participantId });
		for (const nobody of ["p99", "", 7, undefined]) expect((await hand(room.hostToken, nobody)).status).toBe(400);
		expect(heard(await hand(bo.participantToken, bo.participantId))).toEqual([403, notHost]);
		expect((await hand(room.hostToken, bo.participantId)).status).toBe(200);
		const { hostToken } = await bo.line.next("host-granted");
		expect(await room.data()).toMatchObject({ hostId: bo.participantId, hostName: "Bo" });
		expect(heard(await hand(room.hostToken, ada.participantId))).toEqual([403, notHost]);
		expect((await room.post("/api/session/finish", { hostToken })).status).toBe(200);
	});
});
