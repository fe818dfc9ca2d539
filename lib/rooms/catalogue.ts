import { foldedName } from "@/lib/text";
import { twenties } from "./catalogue/1920s";
import { thirties } from "./catalogue/1930s";
import { forties } from "./catalogue/1940s";
import { fifties } from "./catalogue/1950s";
import { sixties } from "./catalogue/1960s";
import { seventies } from "./catalogue/1970s";
import { withoutApostrophes } from "./catalogue/apostrophes";
import { before1920 } from "./catalogue/before-1920";
import type { Genre, Row } from "./catalogue/row";
import type { Film } from "./movie";

/** A film of which all facts are known. `id` is its own for as long as it is in the catalogue: `safety-last-1923`. */
export type CatalogueFilm = Required<Omit<Film, "genres">> & { id: string; genres: Genre[] };

/** The films that a room can choose from without asking anybody, oldest first. */
export const catalogue: readonly CatalogueFilm[] = [before1920, twenties, thirties, forties, fifties, sixties, seventies]
	.flat()
	.map(toFilm);

function toFilm([title, year, runtime, director, ...genres]: Row): CatalogueFilm {
	// An apostrophe joins what it stands in, a fraction does not: `rosemarys-baby-1968`, `8-1-2-1963`.
	const name = foldedName(withoutApostrophes(title).replace("½", " ½")).replaceAll(" ", "-");
	return { id: `${name}-${year}`, title, year, runtime, genres, director };
}
