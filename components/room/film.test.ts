import { expect, test } from "vitest";
import { ballotLimits } from "@/lib/rooms/movie";
import { filmFacts, sameFilms, typedFilms, withFilms } from "./film";

test("films are typed one a line, with their year or without", () => {
	expect(
		typedFilms("Safety Last! (1923)\n\n  The   Kid \r\nNosferatu (99)\nRoom (3000)\n (1923) \nThe Kid  (1921)\u00a0\nOut (1920) of place"),
	).toEqual([
		{ title: "Safety Last!", year: 1923 },
		{ title: "The Kid" },
		{ title: "Nosferatu (99)" },
		{ title: "Room" },
		{ title: "The Kid", year: 1921 },
		{ title: "Out (1920) of place" },
	]);
});

test("a title that is too long is cut, and never within a character", () => {
	const [film] = typedFilms("a".repeat(119) + "👩".repeat(4));
	expect(film?.title.isWellFormed()).toBe(true);
	expect(film?.title.length).toBeLessThanOrEqual(120);
});

test("a film is on the ballot once, and a ballot has its size", () => {
	const kid = { title: "The Kid", year: 1921, runtime: 68 };
	expect(withFilms([kid], [{ title: "the kid", year: 1921 }, { title: "Sherlock Jr." }])).toEqual([kid, { title: "Sherlock Jr." }]);
	const many = Array.from({ length: 80 }, (_, at) => ({ title: `Film ${at}` }));
	expect(withFilms([kid], many)).toHaveLength(ballotLimits.max);
});

test("ballots are the same when their films are", () => {
	expect(sameFilms([{ title: "A" }, { title: "B" }], [{ title: "a" }, { title: "b" }])).toBe(true);
	expect(sameFilms([{ title: "A" }, { title: "B" }], [{ title: "B" }, { title: "A" }])).toBe(false);
	expect(sameFilms([{ title: "A" }], [])).toBe(false);
});

test("facts are told as far as they are known", () => {
	expect(filmFacts({ title: "x", year: 1923, runtime: 73, genres: ["Comedy", "Romance"], director: "F" })).toBe(
		"1923 · 73 min · Comedy, Romance · F",
	);
	expect(filmFacts({ title: "x" })).toBe("");
});
