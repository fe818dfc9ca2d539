import { z } from "zod";
import { type Report, reporter } from "@/lib/drivers/report";
import type { FilmSource, FoundFilm } from "@/lib/ports";
import { genres } from "./genres";
import { readJson } from "./read-json";

/** How long somebody who types waits for it, in ms. */
const patience = 2_000;

// Posters are left where they are: they would make everybody's phone ask a third party who is in the room.
const answer = z.object({
	results: z.array(
		z.object({
			id: z.number().int(),
			title: z.string(),
			/** `1923-04-01`; empty where nobody knows. */
			release_date: z.string().nullish(),
			genre_ids: z.array(z.number()).nullish(),
		}),
	),
});
type Result = z.output<typeof answer>["results"][number];

/** Films of The Movie Database. Where it does not answer, or not in time, it finds nothing, and the log says so. */
export function tmdbFilms({ key, url }: { key: string; url: string }, report: Report = reporter("TMDB")): FilmSource {
	// A read access token is a JWT, an API key is hexadecimal.
	const isToken = key.includes(".");
	return {
		async search(q, { from, to }) {
			const words = new URLSearchParams({ query: q });
			if (from !== undefined && from === to) words.set("primary_release_year", String(from));
			if (!isToken) words.set("api_key", key);
			try {
				const response = await fetch(`${url}/search/movie?${words}`, {
					headers: { Accept: "application/json", ...(isToken ? { Authorization: `Bearer ${key}` } : {}) },
					signal: AbortSignal.timeout(patience),
					// Whoever it sends us on to must not have the key; nor may it stay in a cache of Next's.
					redirect: "error",
					cache: "no-store",
				});
				return answer.parse(await readJson(response)).results.map(toFilm);
			} catch (error) {
				report("finds no films", error instanceof TypeError ? (error.cause ?? error) : error);
				return [];
			}
		},
	};
}

function toFilm({ id, title, release_date, genre_ids }: Result): FoundFilm {
	const year = /^\d{4}(?=-)/.exec(release_date ?? "")?.[0];
	return {
		id: `tmdb:${id}`,
		title,
		...(year ? { year: Number(year) } : {}),
		genres: (genre_ids ?? []).flatMap((number) => genres.get(number) ?? []),
	};
}
