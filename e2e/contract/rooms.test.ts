import { afterEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { films, RoomScene } from "../support/rooms";
import { hangUp } from "../support/sockets";
import { roomInThis } from "../support/time-window";
import { date } from "./shapes";

const heard = ({ status, body }: Heard) => [status, body];
const gone = { message: "Session not found or has expired" };
const notHost = { message: "Only the host can do this" };
const notHere = { message: "Only people in this room can do this" };

afterEach(hangUp);

describe.each(lanes)("movie rooms on $name", ({ url }) => {
	test("a room is made without an account, and is found by its code, as text or number", async () => {
		const client = new Client(url).elsewhere();
		const made = await client.post<{ sessionID: string; hostToken: string }>("/api/session/create", { hostName: "Ada" });
		const { sessionID, hostToken } = made.body;
		expect(heard(made)).toEqual([201, { message: "Session created successfully", sessionID, hostToken }]);
		expect(sessionID).toMatch(/^[1-9]\d{5}$/);
		expect(hostToken).toMatch(/^[\w.-]{40,}$/);
		const answer = {
			sessionID,
			message: "Session found. You can now connect via WebSocket.",
			sessionData: {
				createdAt: date,
				state: "lobby",
				mode: "classic",
				game: 0,
				hostName: "Ada",
				hostId: null,
				movies: [],
				participants: [],
				results: [],
				voted: {},
				preferences: { genres: [] },
				savedUrl: null,
			},
		};
		for (const given of [sessionID, Number(sessionID), ` ${sessionID} `])
			expect(heard(await client.post("/api/session/join", { sessionID: given }))).toEqual([200, answer]);
	});

	test("the seed's errors: nothing given, and what leads nowhere", async () => {
		for (const body of [{}, { sessionID: "" }, { sessionID: null }, { sessionID: [] }, { sessionID: {} }, { sessionID: "  " }, undefined]) {
			const answer = await new Client(url).elsewhere().post("/api/session/join", body);
			expect(heard(answer)).toEqual([400, { message: "sessionID is required" }]);
		}
		for (const sessionID of ["12345", "1234567", "012345", "12345a", 1e9, -123456, 123456.5, "1".repeat(1e5), "१२३४५६"])
			expect(heard(await new Client(url).elsewhere().post("/api/session/join", { sessionID }))).toEqual([404, gone]);
		expect(
			(await new Client(url).elsewhere().ask("POST", "/api/session/join", { headers: { "content-type": "application/json" }, body: "{" }))
				.body,
		).toEqual({
			message: "The body is not valid JSON",
		});
		const wrongVerb = await new Client(url).get("/api/session/join");
		expect([wrongVerb.status, wrongVerb.headers.allow]).toEqual([405, "POST, OPTIONS"]);
	});

	test("names that cannot be shown are refused", async () => {
		const client = new Client(url).elsewhere();
		for (const hostName of ["x".repeat(21), "x".repeat(10_000), "a\u0000b", "a\u202eb", "\u2066x", "\u200d", "\u3164", "   ", 7, ["Ada"]])
			expect((await client.post("/api/session/create", { hostName })).status).toBe(400);
		for (const hostName of ["x".repeat(20), "Zoë 🎬", "نادية", "👩‍👩‍👧"])
			expect((await client.post("/api/session/create", { hostName })).status).toBe(201);
		expect((await client.post("/api/session/create", { mode: "poker" })).status).toBe(400);
	});

	test("the host puts films on the ballot, nobody else does", async () => {
		const room = await RoomScene.begin(url);
		const other = await RoomScene.begin(url);
		const guest = await room.join({ name: "Bo" });
		const saved = await room.post<{ movies: object[] }>("/api/session/movies", { hostToken: room.hostToken, movies: films });
		expect(heard(saved)).toEqual([
			200,
			{ message: "Ballot saved", movies: films.map((film, index) => ({ id: `m${index + 1}`, ...film })) },
		]);
		expect((await room.data()).movies).toEqual(saved.body.movies);
		for (const hostToken of [other.hostToken, guest.participantToken, "", "0.", "1.x", undefined])
			expect(heard(await room.at(url).post("/api/session/movies", { hostToken, movies: films }))).toEqual([403, notHost]);
		const twice = await room.post<{ movies: object[] }>("/api/session/movies", { hostToken: room.hostToken, movies: [...films, ...films] });
		expect(twice.body.movies).toHaveLength(films.length);
		const many = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `Film ${index}` }));
		for (const movies of [
			[],
			many(1),
			many(51),
			[{ title: "" }, { title: "M" }],
			[{ title: "x".repeat(121) }, films[0]],
			"all",
			[1, 2],
			undefined,
		])
			expect((await room.post("/api/session/movies", { hostToken: room.hostToken, movies })).status).toBe(400);
		expect((await room.post("/api/session/movies", { hostToken: room.hostToken, movies: many(50) })).status).toBe(200);
	});

	test("a list of the host's own becomes the ballot, anybody else's does not", async () => {
		const [account, stranger] = await Promise.all([Account.signUp(url), Account.signUp(url)]);
		const owner = await byToken(account);
		const items = ["Safety Last! (1923)", "  M  ", "The (1999) thing", "Metropolis (1927)"].map((text) => ({ text }));
		const list = (await owner.post<{ id: string }>("/api/lists", { title: "To see", items })).body;
		const note = (await owner.post<{ id: string }>("/api/notes", { title: "No list" })).body;
		const room = await RoomScene.begin(url);
		const ask = async (client: Client, listId: unknown) =>
			client.post<{ movies: object[] }>("/api/session/movies", { sessionID: room.code, hostToken: room.hostToken, listId });
		const saved = await ask(owner, list.id);
		expect(heard(saved)).toEqual([
			200,
			{
				message: "Ballot saved",
				movies: [
					{ id: "m1", title: "Safety Last!", year: 1923 },
					{ id: "m2", title: "M" },
					{ id: "m3", title: "The (1999) thing" },
					{ id: "m4", title: "Metropolis", year: 1927 },
				],
			},
		]);
		for (const listId of [note.id, "999999", "x", "", 0]) expect((await ask(owner, listId)).status).toBe(400);
		expect((await ask(await byToken(stranger), list.id)).status).toBe(400);
		expect((await ask(new Client(url), list.id)).status).toBe(401);
		expect((await room.data()).movies).toEqual(saved.body.movies);
	});

	test("what everybody likes is merged: any of the genres, and the widest years", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join()];
		const prefer = (by: typeof ada, body: object) =>
			room.post("/api/session/preferences", { participantToken: by.participantToken, ...body });
		await prefer(ada, { genres: ["Comedy", "Drama"], from: 1930 });
		const both = { genres: ["Comedy", "Drama", "Horror"], from: 1920, to: 1945 };
		expect(heard(await prefer(bo, { genres: ["Horror", "Drama"], from: 1920, to: 1945 }))).toEqual([
			200,
			{ message: "Preferences saved", preferences: both },
		]);
		expect((await room.data()).preferences).toEqual(both);
		await prefer(bo, { genres: [] });
		expect((await room.data()).preferences).toEqual({ genres: ["Comedy", "Drama"], from: 1930 });
		for (const body of [{}, { genres: "Comedy" }, { genres: [1] }, { genres: [], from: 1 }, { genres: Array(21).fill("x") }])
			expect((await prefer(bo, body)).status).toBe(400);
		expect(heard(await room.at(url).post("/api/session/preferences", { participantToken: "p1.x", genres: [] }))).toEqual([403, notHere]);
	});

	test("the results become a list of whoever keeps them, with a link, and the room sees the host's", async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo] = [await room.host(), await room.join()];
		const [host, guest] = await Promise.all([Account.signUp(url).then(byToken), Account.signUp(url).then(byToken)]);
		const save = (client: Client, body: object) =>
			client.post<{ listId: string; shareUrl: string }>("/api/session/save", { sessionID: room.code, ...body });
		await room.start();
		await room.vote(ada, "m2", 5);
		expect(heard(await save(host, { hostToken: room.hostToken }))).toEqual([409, { message: "There are no results yet" }]);
		await room.post("/api/session/finish", { hostToken: room.hostToken });
		expect((await save(new Client(url), { hostToken: room.hostToken })).status).toBe(401);
		expect(heard(await save(host, {}))).toEqual([403, notHere]);
		const kept = await save(guest, { participantToken: bo.participantToken });
		expect(kept.status).toBe(201);
		expect((await room.data()).savedUrl).toBeNull();
		const saved = await save(host, { hostToken: room.hostToken });
		expect(saved.body.listId).not.toBe(kept.body.listId);
		expect((await save(host, { hostToken: room.hostToken })).body).toEqual(saved.body);
		expect((await room.data()).savedUrl).toBe(saved.body.shareUrl);
		const shared = await new Client(url).get<{ items: { text: string }[] }>(`/api/shared/list/${saved.body.shareUrl.split("/").at(-1)}`);
		expect(shared.body.items.map(({ text }) => text)).toEqual([
			"1. Metropolis (1927): 100 %",
			"2. Safety Last! (1923): 0 %",
			"3. M (1931): 0 %",
		]);
	});

	test("ten wrong codes a minute, then no code is looked at; who shows a token of a room goes on", async () => {
		const room = await RoomScene.begin(url);
		const ada = await room.host();
		await room.start();
		await roomInThis("minute", 20);
		const guesser = new Client(url).elsewhere();
		const guess = (sessionID: string) => guesser.post("/api/session/join", { sessionID });
		const answers = await Promise.all(Array.from({ length: 14 }, (_, index) => guess(`${100_000 + index}x`)));
		expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(404), ...Array(4).fill(429)]);
		const refused = await guess(room.code);
		expect(heard(refused)).toEqual([429, { message: "Rate limit exceeded" }]);
		expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
		const vote = { sessionID: room.code, participantToken: ada.participantToken, movieId: "m1", score: 5 };
		expect((await guesser.post("/api/score", vote)).status).toBe(200);
		expect((await guesser.post("/api/score", { ...vote, participantToken: "p1.x" })).status).toBe(429);
		expect((await new Client(url).elsewhere().post("/api/session/join", { sessionID: room.code })).status).toBe(200);
	});
});
