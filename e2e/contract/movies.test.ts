import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { genres } from "@/lib/rooms/catalogue/row";
import { Client } from "../support/client";
import { FilmServer } from "../support/film-server";
import { lanes } from "../support/lanes";
import { RoomScene } from "../support/rooms";
import { startOn } from "../support/ways";
import { ways } from "./own-server";

type Movie = { id: string; title: string; year: number; runtime: number; genres: string[]; director: string };

describe.each(lanes)("films to choose from on $name", ({ url }) => {
	const client = new Client(url).elsewhere();
	const ask = (query: string) => client.get<{ movies: Movie[] }>(`/api/movies${query}`);
	const titles = async (query: string) => (await ask(query)).body.movies.map(({ title }) => title);

	test("whoever asks finds films with all their facts", async () => {
		const { status, body } = await ask("?q=safety%20LAST");
		expect([status, body]).toEqual([
			200,
			{
				movies: [
					{
						id: "safety-last-1923",
						title: "Safety Last!",
						year: 1923,
						runtime: 73,
						genres: ["Comedy", "Romance", "Thriller"],
						director: "Fred C. Newmeyer, Sam Taylor",
					},
				],
				genres,
			},
		]);
		expect(await titles("?q=melies+moon")).toEqual(["A Trip to the Moon"]);
		expect((await ask("?q=no-such-film")).body).toEqual({ movies: [], genres });
		expect((await ask("")).body.movies).toHaveLength(100);
		expect((await ask("?limit=1")).body.movies).toHaveLength(1);
		expect((await ask("?limit=1000")).body.movies.length).toBeGreaterThan(500);
		for (const limit of ["0", "1001", "x", "-1", "1.5", ""]) expect((await ask(`?limit=${limit}`)).status).toBe(400);
	});

	test("a genre can be asked for by itself, with others in one, or again and again", async () => {
		const both = ["A Trip to the Moon", "The Great Train Robbery"];
		for (const genres of [
			"genre=science%20fiction&genre=WESTERN",
			"genre=Western,Science+Fiction",
			"genre=,Western,&genre=Science+Fiction",
		])
			expect(await titles(`?${genres}&to=1903`)).toEqual(both);
		expect(await titles("?genre=Western&to=1903")).toEqual(["The Great Train Robbery"]);
		expect(await titles("?genre=Telenovela")).toEqual([]);
		expect(await titles("?genre=&to=1903")).toHaveLength(3);
	});

	test("years are both inclusive, and what is no year is refused", async () => {
		const { movies } = (await ask("?from=1931&to=1932")).body;
		expect(new Set(movies.map(({ year }) => year))).toEqual(new Set([1931, 1932]));
		expect((await ask("?from=&to=")).body.movies).toHaveLength(100);
		const refused = (field: string, words: string) => [400, { message: `${field}: ${words}`, fields: { [field]: words } }];
		for (const year of ["x", "99", "1920.5", "-1920", "1e99"]) {
			for (const field of ["from", "to"]) {
				const { status, body } = await ask(`?${field}=${year}`);
				expect([status, body]).toEqual(refused(field, "A year in four digits"));
			}
		}
		expect((await ask(`?q=${"x".repeat(201)}`)).status).toBe(400);
		const wrongVerb = await client.post("/api/movies", {});
		expect([wrongVerb.status, wrongVerb.headers.allow, wrongVerb.body]).toEqual([
			405,
			"GET, HEAD, OPTIONS",
			{ message: "Method not allowed" },
		]);
	});

	test("what was found can be put on a ballot as it came", async () => {
		const room = await RoomScene.begin(url);
		const { movies } = (await ask("?q=keaton")).body;
		const saved = await room.post<{ movies: Movie[] }>("/api/session/movies", { hostToken: room.hostToken, movies });
		expect(saved.status).toBe(200);
		expect(saved.body.movies).toEqual(movies.map((movie, index) => ({ ...movie, id: `m${index + 1}` })));
	});
});

describe.each(ways)("films of The Movie Database on $name", (way) => {
	const key = "header.payload.signature";
	let films: FilmServer;
	let server: Awaited<ReturnType<typeof startOn>>;
	beforeAll(async () => {
		films = await FilmServer.start();
		server = await startOn(way, { TMDB_API_KEY: key, TMDB_URL: `${films.url}/3/` });
	});
	afterAll(async () => {
		await server?.stop();
		await films?.stop();
	});
	const ask = (query: string) => new Client(server.url).get<{ movies: Movie[] }>(`/api/movies${query}`);

	test("stand beside those of the catalogue, and can be put on a ballot", async () => {
		films.finds([
			{ id: 22596, title: "Safety Last!", release_date: "1923-04-01", genre_ids: [35] },
			{ id: 9, title: "Safety Not Guaranteed", release_date: "2012-06-08", genre_ids: [35, 10749], poster_path: "/poster.jpg" },
		]);
		const { movies } = (await ask("?q=safety")).body;
		expect(movies.map(({ id }) => id)).toEqual(["safety-last-1923", "tmdb:9"]);
		expect(movies[1]).toEqual({ id: "tmdb:9", title: "Safety Not Guaranteed", year: 2012, genres: ["Comedy", "Romance"] });
		expect(films.asked.at(-1)).toMatchObject({
			path: "/3/search/movie",
			query: { query: "safety" },
			headers: { authorization: `Bearer ${key}` },
		});
		const room = await RoomScene.begin(server.url);
		expect((await room.post("/api/session/movies", { hostToken: room.hostToken, movies })).status).toBe(200);
	});

	test("are missing while it is away, and the log says so without the key", async () => {
		films.answer = (_request, response) => void response.writeHead(503).end();
		const { status, body } = await ask("?q=safety");
		expect([status, body.movies.map(({ id }) => id)]).toEqual([200, ["safety-last-1923"]]);
		await expect.poll(server.output, { timeout: 20_000 }).toContain("TMDB: finds no films: status 503");
		for (const secret of [key, films.url]) expect(server.output()).not.toContain(secret);
	});
});
