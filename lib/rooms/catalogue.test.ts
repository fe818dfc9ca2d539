import { describe, expect, test } from "vitest";
import { catalogue } from "./catalogue";
import { genres } from "./catalogue/row";
import { film } from "./movie";

describe("the catalogue", () => {
	test("has enough to choose from", () => {
		expect(catalogue.length).toBeGreaterThanOrEqual(220);
	});

	test.each(catalogue)("$id has all five facts, as a ballot takes them", ({ id, ...facts }) => {
		expect(film.parse(facts)).toEqual(facts);
		expect(Object.values(facts).every((fact) => fact)).toBe(true);
		expect(facts.year).toBeGreaterThanOrEqual(1890);
		expect(facts.year).toBeLessThanOrEqual(1980);
		expect(facts.runtime).toBeLessThanOrEqual(420);
		expect(facts.genres.length).toBeGreaterThanOrEqual(1);
		expect(new Set(facts.genres).size).toBe(facts.genres.length);
		expect(facts.director).toMatch(/^[\p{L} .,'-]+$/u);
		expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-\d{4}$/);
	});

	test("names no film twice", () => {
		const names = catalogue.map(({ title, year }) => `${title.toLowerCase()} ${year}`);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
	});

	test("knows films of every genre, and no other genres", () => {
		expect([...new Set(catalogue.flatMap(({ genres }) => genres))].sort()).toEqual([...genres]);
	});

	test("is in the order of the years", () => {
		const years = catalogue.map(({ year }) => year);
		expect(years).toEqual([...years].sort((a, b) => a - b));
	});
});
