import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import { ballotLimits, type Film, filmKey } from "@/lib/rooms/movie";
import { withFilms } from "../film";
import type { Ballot } from "./use-ballot";

/** Adds these, as far as there is room; says so when nothing came of it. Answers how many there are more, and how to take them off again. */
export function addFilms({ edit, now }: Ballot, added: readonly Film[]): { count: number; undo: () => void } {
	const before = now();
	const there = new Set(before.map(filmKey));
	const after = withFilms(before, added);
	const fresh = new Set(after.map(filmKey).filter((key) => !there.has(key)));
	if (fresh.size > 0) edit(() => after);
	else
		void toast(before.length >= ballotLimits.max ? `A ballot has at most ${ballotLimits.max} movies.` : "That is on the ballot already.");
	return { count: fresh.size, undo: () => edit((films) => films.filter((film) => !fresh.has(filmKey(film)))) };
}

/** Takes a film off, and offers to put it back where it was. */
export function removeFilm({ edit, now }: Ballot, film: Film): void {
	const at = now().findIndex((each) => filmKey(each) === filmKey(film));
	edit((films) => films.filter((each) => filmKey(each) !== filmKey(film)));
	const undo = () =>
		edit((films) => (films.some((each) => filmKey(each) === filmKey(film)) ? films : [...films.slice(0, at), film, ...films.slice(at)]));
	void toast(`${quoted(film.title)} removed`, "plain", { undo });
}
