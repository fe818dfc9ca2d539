import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tmdbFilms } from "@/lib/drivers/tmdb/films";
import { FilmServer } from "../../e2e/support/film-server";
import { type FilmSearch, searchFilms } from "./search-films";

const alone = { films: null };
const search = (given: Partial<FilmSearch>, world: Parameters<typeof searchFilms>[0] = alone) =>
	searchFilms(world, { q: "", genres: [], limit: 100, ...given });
const titles = async (...asked: Parameters<typeof search>) => (await search(...asked)).map(({ title }) => title);

describe("a search for films", () => {
	test("finds by words of the title and the director, in any order, case and accents aside", async () => {
		expect(await titles({ q: "safety" })).toEqual(["Safety Last!"]);
		for (const q of ["melies moon", "MOON MÉLIÈS", "  trip   melies "]) expect(await titles({ q })).toEqual(["A Trip to the Moon"]);
		expect(await titles({ q: "ozu tokyo" })).toEqual(["Tokyo Story"]);
		expect(await titles({ q: "yasujiro", from: 1959 })).toEqual(["Floating Weeds", "Good Morning"]);
		expect(await titles({ q: "no such film" })).toEqual([]);
	});

	test("takes any apostrophe, and none", async () => {
		for (const q of ["don't look", "don’t look", "dont look"]) expect(await titles({ q })).toEqual(["Don't Look Now"]);
	});

	test("has titles before directors, each by title", async () => {
		expect(await titles({ q: "king", to: 1933 })).toEqual(["King Kong", "The Big Parade", "The Crowd"]);
		expect(await titles({ q: "ford", to: 1935 })).toEqual(["The Informer", "The Iron Horse"]);
	});

	test("keeps to any of the genres, however they are written, and knows no others", async () => {
		expect(await titles({ genres: ["documentary"], to: 1925 })).toEqual([
			"Häxan",
			"Nanook of the North",
			"Workers Leaving the Lumière Factory",
		]);
		expect(await titles({ genres: ["SCIENCE FICTION", "Western"], to: 1903 })).toEqual(["A Trip to the Moon", "The Great Train Robbery"]);
		expect(await titles({ genres: ["Telenovela"] })).toEqual([]);
		expect(await titles({ genres: ["Telenovela", "Western"], to: 1903 })).toEqual(["The Great Train Robbery"]);
	});

	test("keeps to the years, both inclusive", async () => {
		expect(new Set((await search({ from: 1931, to: 1932 })).map(({ year }) => year))).toEqual(new Set([1931, 1932]));
		expect(await titles({ from: 1895, to: 1895 })).toEqual(["Workers Leaving the Lumière Factory"]);
		expect(await titles({ from: 1932, to: 1931 })).toEqual([]);
	});

	test("answers a hundred at most", async () => {
		expect(await search({})).toHaveLength(100);
	});
});

describe("a search that asks others too", () => {
	let server: FilmServer;
	let world: Parameters<typeof searchFilms>[0];
	beforeAll(async () => {
		server = await FilmServer.start();
		world = { films: tmdbFilms({ key: "a1", url: server.url }) };
		server.finds([
			{ id: 1, title: "Tokyo Story", release_date: "1953-11-03", genre_ids: [18] },
			{ id: 2, title: "Tokyo Drifter", release_date: "1966-04-10", genre_ids: [28, 80] },
			{ id: 3, title: "東京暮色", release_date: "1957-04-30", genre_ids: [18] },
			{ id: 4, title: "A Tokyo of a year that nobody knows", release_date: "", genre_ids: [18] },
			{ id: 5, title: `Tokyo ${"x".repeat(200)}`, release_date: "1967-01-01", genre_ids: [10770] },
			{ id: 6, title: " \u0000 ", release_date: "1967-01-01" },
			{ id: 7, title: "Tokyo before films", release_date: "0001-01-01" },
		]);
	});
	afterAll(() => server.stop());

	test("finds each film once, the catalogue's first, and what a ballot would not take not at all", async () => {
		const found = await search({ q: "tokyo" }, world);
		expect(found.map(({ id }) => id)).toEqual(["tmdb:4", "tmdb:2", "tokyo-story-1953", "tmdb:5", "tmdb:3"]);
		expect(found.map(({ title }) => title.length)).toEqual([35, 13, 11, 120, 4]);
	});

	test("keeps to genres and years with them as well", async () => {
		expect(await titles({ q: "tokyo", genres: ["crime"] }, world)).toEqual(["Tokyo Drifter"]);
		expect(await titles({ q: "tokyo", from: 1957, to: 1957 }, world)).toEqual(["東京暮色"]);
		expect(server.asked.at(-1)?.query).toEqual({ query: "tokyo", primary_release_year: "1957", api_key: "a1" });
	});

	test("asks nobody for nothing", async () => {
		const before = server.asked.length;
		for (const q of ["", "  ", "'"]) expect(await search({ q, genres: ["Drama"] }, world)).toHaveLength(100);
		expect(server.asked).toHaveLength(before);
	});
});
