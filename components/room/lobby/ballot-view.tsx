import { counted } from "@/components/ui/count-text";
import { useInside } from "../room-context";
import { Card } from "./card";
import { FilmRow } from "./film-row";

/** The ballot, for those who do not make it. */
export function BallotView() {
	const { data } = useInside();
	const host = <bdi className="font-[550] text-ink">{data.hostName || "the host"}</bdi>;
	return (
		<Card
			title="Ballot"
			aside={data.movies.length > 0 && <span className="text-sm text-ink-3">{counted(data.movies.length, "movie")}</span>}
		>
			{data.movies.length > 0 && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
				<ul aria-label="Ballot" tabIndex={0} className="mb-3 max-h-[28rem] overflow-y-auto rounded-sm">
					{data.movies.map((movie) => (
						<FilmRow key={movie.id} film={movie} />
					))}
				</ul>
			)}
			<p className="flex min-h-11 items-center gap-3 rounded-md bg-sunken px-3.5 py-2.5 text-ink-2">
				<span aria-hidden="true" className="size-2 shrink-0 animate-pulse rounded-full bg-accent" />
				<span className="min-w-0 wrap-anywhere">
					{data.movies.length > 0 ? <>Waiting for {host} to start.</> : <>{host} chooses the movies. They appear here.</>}
				</span>
			</p>
		</Card>
	);
}
