import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { isolated } from "@/components/ui/quoted";
import { ballotLimits, filmKey } from "@/lib/rooms/movie";
import { AddMovies } from "./add-movies";
import { Card } from "./card";
import { removeFilm } from "./change-ballot";
import { FilmRow } from "./film-row";
import { StartBar } from "./start-bar";
import { useBallot } from "./use-ballot";

/** The ballot, for the host: what is on it, what could be, and the start. */
export function BallotEditor() {
	const ballot = useBallot();
	const { films } = ballot;
	return (
		<>
			<Card
				title="Ballot"
				aside={
					<span className="text-sm text-ink-3 tabular-nums">
						{films.length} of {ballotLimits.max}
					</span>
				}
			>
				{films.length === 0 ? (
					<p className="rounded-md bg-sunken px-3.5 py-3 text-ink-2">No movies yet. Add at least two below.</p>
				) : (
					<ul aria-label="Ballot" className="max-h-[28rem] overflow-y-auto">
						{films.map((film) => (
							<FilmRow key={filmKey(film)} film={film}>
								<Button tone="quiet" size="s" icon aria-label={`Remove ${isolated(film.title)}`} onClick={() => removeFilm(ballot, film)}>
									<X />
								</Button>
							</FilmRow>
						))}
					</ul>
				)}
				<StartBar ballot={ballot} />
			</Card>
			<AddMovies ballot={ballot} />
		</>
	);
}
