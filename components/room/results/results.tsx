import { counted } from "@/components/ui/count-text";
import { useInside } from "../room-context";
import { Bracket } from "../vote/bracket";
import { Poster } from "../vote/poster";
import { Again } from "./again";
import { Ranking } from "./ranking";
import { SaveResults } from "./save-results";

/** What came of the vote: the winner, large, and all of them in order. */
export function Results() {
	const { data, isHost } = useInside();
	const [best] = data.results;
	const winner = data.movies.find(({ id }) => id === best?.movie.id);
	const isTournament = data.tournament !== undefined;
	if (!best || !winner) return null;
	return (
		<main id="content" className="mx-auto w-full max-w-[44rem] px-5 pt-1 pb-10">
			<div className="mx-auto max-w-[32.5rem]">
				<p className="mb-2.5 text-center font-[550] text-ink-2">{isTournament ? "The champion" : "You will watch"}</p>
				<Poster film={winner} />
				<p className="mt-3.5 text-center text-ink-2">
					{best.count === 0 && best.vetoes === 0
						? "Nobody voted, so the first one on the ballot it is."
						: `${best.compatibility} % · ${counted(best.count, "vote")}${best.vetoes > 0 ? ` · ${counted(best.vetoes, "veto", "vetoes")}` : ""}`}
				</p>
			</div>
			<div className="mt-5 grid justify-items-center gap-4">
				{isHost ? <Again /> : <p className="text-sm text-ink-3">The host can play again.</p>}
				<SaveResults />
			</div>
			<div className="mx-auto mt-9 max-w-[32.5rem]">
				<h2 className="mb-2.5 text-xl">All of them</h2>
				<Ranking results={data.results} />
			</div>
			<Bracket />
		</main>
	);
}
