import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { isolated } from "@/components/ui/quoted";
import { useInside } from "../room-context";
import { useRoomKeys } from "../use-room-keys";
import { ClassicDone } from "./classic-done";
import { EndVote } from "./end-vote";
import { Poster } from "./poster";
import { RateButtons, scores } from "./rate-buttons";
import { Segments } from "./segments";
import { UndoButton } from "./undo-button";
import { useBallotWalk } from "./use-ballot-walk";

/** One film at a time, from never to love. */
export function ClassicVote() {
	const { data, votes, announce, isHost } = useInside();
	const { movies } = data;
	const walk = useBallotWalk(
		"votes",
		movies.map(({ id }) => id),
	);
	const movie = walk.at === null ? undefined : movies[walk.at];
	const step = (by: number) => () => walk.at !== null && walk.go((walk.at + by + movies.length) % movies.length);

	useRoomKeys({
		...(movie ? Object.fromEntries(scores.map(({ score }) => [String(score), () => walk.cast(score)])) : {}),
		ArrowLeft: step(-1),
		ArrowRight: step(1),
		Backspace: walk.undo,
		u: walk.undo,
	});

	const shown = movie?.title;
	const place = walk.at;
	useEffect(() => {
		announce(
			shown === undefined || place === null ? "You have voted on all of them." : `${isolated(shown)}, ${place + 1} of ${movies.length}`,
		);
	}, [shown, place, movies.length, announce]);

	const all = movies.map(({ id, title }) => ({ key: id, name: isolated(title), isDone: id in votes }));
	const isAllVoted = all.every(({ isDone }) => isDone);
	return (
		<main id="content" className="mx-auto w-full max-w-[35rem] px-5 pt-1 pb-10 text-center">
			<div className="mb-2.5">
				<Segments label="Movies" all={all} at={walk.at ?? -1} onGo={walk.go} />
			</div>
			{movie ? (
				<>
					<Poster key={movie.id} film={movie} className="animate-in" />
					<RateButtons title={movie.title} given={Number(votes[movie.id]) || undefined} onRate={walk.cast} />
					<p className="mt-[1.125rem] flex flex-wrap items-center justify-center gap-x-1.5 text-[0.8125rem] text-ink-2">
						<Turnout id={movie.id} />
						<span className="max-sm:hidden"> · press 1 to 5</span> ·
						<UndoButton onUndo={walk.undo} disabled={walk.last === undefined} />
					</p>
					<div className="mt-2 flex flex-wrap justify-center gap-2">
						{isAllVoted && (
							<Button size="s" onClick={walk.leave}>
								See how it stands
							</Button>
						)}
						{isHost && <EndVote isEarly quiet />}
					</div>
				</>
			) : (
				<ClassicDone onUndo={walk.undo} />
			)}
		</main>
	);
}

/** "3 of 4 have voted" on this film. */
function Turnout({ id }: { id: string }) {
	const { voted, participants } = useInside().data;
	const count = voted[id] ?? 0;
	const here = participants.filter(({ connected }) => connected).length;
	return (
		<span>
			{count} of {Math.max(count, here)} {here === 1 && count <= 1 ? "has" : "have"} voted
		</span>
	);
}
