import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";
import { useGrowing } from "@/components/ui/use-growing";
import { filmKey } from "@/lib/rooms/movie";
import type { FoundFilm } from "../catalogue";
import { useCatalogue } from "../use-catalogue";
import { useGenres } from "../use-genres";
import { addFilms } from "./change-ballot";
import { FilmRow } from "./film-row";
import type { Ballot } from "./use-ballot";
import { YearFields, yearsOf } from "./year-fields";

/** Finds films in the catalogue. */
export function FromCatalogue({ ballot }: { ballot: Ballot }) {
	const [q, setQ] = useState("");
	const [genre, setGenre] = useState("");
	const [years, setYears] = useState({ from: "", to: "" });
	const genres = useGenres() ?? [];
	const { films, failed, retry } = useCatalogue({ q, genres: genre ? [genre] : [], ...yearsOf(years) });
	return (
		<div className="grid grid-cols-[minmax(0,1fr)] gap-3">
			<SearchField label="Find a movie" value={q} onChange={setQ} />
			<div className="grid gap-3 sm:grid-cols-2">
				<SelectField label="Genre" value={genre} onChange={(event) => setGenre(event.target.value)}>
					<option value="">Any</option>
					{genres.map((each) => (
						<option key={each}>{each}</option>
					))}
				</SelectField>
				<YearFields years={years} onChange={setYears} />
			</div>
			{failed ? (
				<p role="alert" className="flex flex-wrap items-center gap-3 rounded-md bg-sunken px-3.5 py-3 text-ink-2">
					The catalogue does not answer.
					<Button size="s" onClick={retry}>
						Try again
					</Button>
				</p>
			) : films === null ? (
				<div className="grid gap-2 py-2">
					{["a", "b", "c", "d"].map((each) => (
						<Skeleton key={each} className="h-12" />
					))}
				</div>
			) : (
				<Found films={films} ballot={ballot} />
			)}
		</div>
	);
}

function Found({ films, ballot }: { films: readonly FoundFilm[]; ballot: Ballot }) {
	const there = new Set(ballot.films.map(filmKey));
	const { count, end, more } = useGrowing(films.length);
	if (films.length === 0)
		return <p className="rounded-md bg-sunken px-3.5 py-3 text-ink-2">No movie like that. You can type its title instead.</p>;
	const isTmdbIn = films.some(({ id }) => id.startsWith("tmdb:"));
	return (
		<>
			<ul aria-label="Catalogue" className="max-h-[22rem] overflow-y-auto rounded-md border border-line px-3">
				{films.slice(0, count).map((film) => {
					const isThere = there.has(filmKey(film));
					return (
						<FilmRow key={film.id} film={film}>
							<Button size="s" held={isThere} className="max-sm:px-2!" onClick={() => addFilms(ballot, [film])}>
								{isThere ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
								<span className="max-sm:sr-only">{isThere ? "Added" : "Add"}</span>
								<span className="sr-only">
									{" "}
									<bdi>{film.title}</bdi>
								</span>
							</Button>
						</FilmRow>
					);
				})}
				{more && <li ref={end} aria-hidden="true" />}
			</ul>
			{/* The words that its terms of use ask for. */}
			{isTmdbIn && (
				<p className="text-sm text-ink-3">
					Some of these are from The Movie Database. This product uses the TMDB API but is not endorsed or certified by TMDB.
				</p>
			)}
		</>
	);
}
