import { useEffect } from "react";
import { isolated } from "@/components/ui/quoted";
import { useInside } from "../room-context";
import { useRoomKeys } from "../use-room-keys";
import { Bracket } from "./bracket";
import { CloseRound } from "./close-round";
import { PairCard } from "./pair-card";
import { RoundWait } from "./round-wait";
import { Segments } from "./segments";
import { UndoButton } from "./undo-button";
import { useBallotWalk } from "./use-ballot-walk";

/** Two films at a time, round after round. */
export function TournamentVote() {
	const { data, pairVotes, announce, isHost } = useInside();
	const { roundIndex, rounds } = data.tournament ?? { roundIndex: 0, rounds: [] };
	const films = new Map(data.movies.map((movie) => [movie.id, movie]));
	const titleOf = (id: string | null) => isolated(films.get(id ?? "")?.title ?? "");
	const pairs = (rounds[roundIndex] ?? []).flatMap((pair, index) =>
		pair.second === null ? [] : [{ ...pair, key: `${roundIndex}:${index}` }],
	);
	const walk = useBallotWalk(
		"pairVotes",
		pairs.map(({ key }) => key),
	);
	const pair = walk.at === null ? undefined : pairs[walk.at];
	const [first, second] = [films.get(pair?.first ?? ""), films.get(pair?.second ?? "")];

	const choose = (film?: { id: string }) => () => film && walk.cast(film.id);
	useRoomKeys({
		"1": choose(first),
		"2": choose(second),
		ArrowLeft: choose(first),
		ArrowRight: choose(second),
		Backspace: walk.undo,
		u: walk.undo,
	});

	const question = pair ? `${titleOf(pair.first)} or ${titleOf(pair.second)}?` : "You have voted on this round.";
	useEffect(() => announce(question), [question, announce]);

	const all = pairs.map(({ key, first, second }) => ({
		key,
		name: `${titleOf(first)} or ${titleOf(second)}`,
		isDone: key in pairVotes,
	}));
	return (
		<main id="content" className="mx-auto w-full max-w-[44rem] px-5 pt-1 pb-10 text-center">
			<Segments label="Pairs" all={all} at={walk.at ?? -1} onGo={walk.go} />
			<h1 className="mt-2 mb-4 text-2xl">{pairs.length === 1 && rounds[roundIndex]?.length === 1 ? "Final" : `Round ${roundIndex + 1}`}</h1>
			{pair && first && second ? (
				<>
					<div key={pair.key} className="grid animate-in grid-cols-2 gap-3 sm:gap-5">
						<PairCard film={first} number={1} isChosen={pairVotes[pair.key] === first.id} onChoose={() => walk.cast(first.id)} />
						<PairCard film={second} number={2} isChosen={pairVotes[pair.key] === second.id} onChoose={() => walk.cast(second.id)} />
					</div>
					<p className="mt-[1.125rem] flex flex-wrap items-center justify-center gap-x-1.5 text-[0.8125rem] text-ink-2">
						<span>
							Pair {(walk.at ?? 0) + 1} of {pairs.length}
						</span>
						<span className="max-sm:hidden"> · press 1 or 2</span> ·
						<UndoButton onUndo={walk.undo} disabled={walk.last === undefined} />
					</p>
				</>
			) : (
				<RoundWait onUndo={walk.undo} mayUndo={walk.last !== undefined} />
			)}
			{isHost && <CloseRound roundIndex={roundIndex} />}
			<Bracket />
		</main>
	);
}
