import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { genres as vocabulary } from "@/lib/rooms/catalogue/row";
import { FilmServer } from "../../../e2e/support/film-server";
import { tmdbFilms } from "./films";
import { genres } from "./genres";

const key = "0123456789abcdef";

describe("films of The Movie Database", () => {
	let server: FilmServer;
	beforeAll(async () => {
		server = await FilmServer.start();
	});
	afterEach(() => vi.restoreAllMocks());
	afterAll(() => server.stop());

	test("are found by words, with an API key", async () => {
		server.finds([
			{
				id: 22596,
				title: "Safety Last!",
				release_date: "1923-04-01",
				genre_ids: [35, 10749, 10770, 4],
				poster_path: "/x.jpg",
				overview: "…",
			},
			{ id: 7, title: "Nobody knows when" },
			{ id: 8, title: "Neither", release_date: "", genre_ids: null },
		]);
		expect(await tmdbFilms({ key, url: `${server.url}/3` }).search("safety & last", { from: 1920, to: 1930 })).toEqual([
			{ id: "tmdb:22596", title: "Safety Last!", year: 1923, genres: ["Comedy", "Romance"] },
			{ id: "tmdb:7", title: "Nobody knows when", genres: [] },
			{ id: "tmdb:8", title: "Neither", genres: [] },
		]);
		const asked = server.asked.at(-1);
		expect([asked?.path, asked?.query]).toEqual(["/3/search/movie", { query: "safety & last", api_key: key }]);
		expect(asked?.headers.authorization).toBeUndefined();
	});

	test("are found with a read access token, which stands in no address", async () => {
		server.finds([]);
		const token = "header.payload.signature";
		expect(await tmdbFilms({ key: token, url: server.url }).search("m", { from: 1931, to: 1931 })).toEqual([]);
		expect(server.asked.at(-1)?.query).toEqual({ query: "m", primary_release_year: "1931" });
		expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
	});

	test.each<[what: string, answer: FilmServer["answer"], told: string]>([
		["refuses the key", (_, response) => response.writeHead(401).end('{"status_message":"Invalid API key"}'), "status 401"],
		["has too much to do", (_, response) => response.writeHead(429).end(), "status 429"],
		["sends us on", (_, response) => response.writeHead(302, { location: "/elsewhere" }).end(), "Error"],
		["says what is no JSON", (_, response) => response.end("<html>"), "SyntaxError"],
		["says something else", (_, response) => response.end('{"results":[{"id":"x"}]}'), "ZodError"],
		["does not end", (_, response) => endless(response), "too long"],
		["hangs up", (_, response) => response.socket?.destroy(), "UND_ERR_SOCKET"],
		["says nothing", () => {}, "TimeoutError"],
		["begins and says no more", (_, response) => response.write('{"results":['), "TimeoutError"],
	])("are none where it %s, and the log says so without key and address", async (_what, answer, told) => {
		const log = vi.spyOn(console, "error").mockReturnValue();
		server.answer = answer;
		const before = server.asked.length;
		const films = tmdbFilms({ key, url: server.url });
		expect(await films.search("m", {})).toEqual([]);
		expect(log.mock.calls).toEqual([[`TMDB: finds no films: ${told}`]]);
		expect(server.asked).toHaveLength(before + 1);
	});

	test("are none where nobody listens", async () => {
		const log = vi.spyOn(console, "error").mockReturnValue();
		expect(await tmdbFilms({ key, url: "http://127.0.0.1:1" }).search("m", {})).toEqual([]);
		expect(log).toHaveBeenCalledTimes(1);
		expect(log.mock.calls.join()).not.toMatch(/127\.0|0123456789/);
	});

	test("have the genres of the catalogue", () => {
		expect([...genres.values()].sort()).toEqual([...vocabulary]);
	});
});

/** Sends more and more until nobody wants it. */
function endless(response: Parameters<FilmServer["answer"]>[1]): void {
	const more = () => {
		if (!response.destroyed && response.write(" ".repeat(65_536))) setImmediate(more);
	};
	response.on("drain", more);
	more();
}
