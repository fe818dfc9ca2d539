import { clsx } from "clsx";
import { Check } from "lucide-react";
import type { SessionData } from "@/lib/live/events";
import { useInside } from "../room-context";

type Pair = NonNullable<SessionData["tournament"]>["rounds"][number][number];

/** The rounds that were and the one under way, side by side: a list of lists, which scrolls on a phone. */
export function Bracket() {
	const { movies, tournament } = useInside().data;
	if (!tournament) return null;
	const titles = new Map(movies.map(({ id, title }) => [id, title]));
	const coming = Math.ceil(Math.log2(movies.length)) - tournament.rounds.length;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
		<section aria-label="Bracket" tabIndex={0} className="relative mt-9 overflow-x-auto rounded-md pb-3 text-left">
			<ol className="flex w-max min-w-full gap-4">
				{tournament.rounds.map((round, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: rounds are told apart by their number
					<li key={index} className="flex w-52 shrink-0 flex-col">
						<h2 className="mb-2 text-sm font-semibold text-ink-2">{round.length === 1 ? "Final" : `Round ${index + 1}`}</h2>
						<ul className="flex grow flex-col justify-around gap-2.5">
							{round.map((pair) => (
								<li key={pair.first}>
									<PairResult pair={pair} titles={titles} />
								</li>
							))}
						</ul>
					</li>
				))}
				{Array.from({ length: Math.max(0, coming) }, (_, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: nothing is in them yet
					<li key={index} aria-hidden="true" className="flex w-32 shrink-0 flex-col">
						<p className="mb-2 text-sm font-semibold text-ink-3">
							{index === coming - 1 ? "Final" : `Round ${tournament.rounds.length + index + 1}`}
						</p>
						<div className="grow rounded-md border border-dashed border-line-strong" />
					</li>
				))}
			</ol>
		</section>
	);
}

function PairResult({ pair, titles }: { pair: Pair; titles: ReadonlyMap<string, string> }) {
	const { first, second, votes, winner } = pair;
	return (
		<ul className="overflow-hidden rounded-md border border-line bg-surface">
			<Side title={titles.get(first) ?? ""} votes={votes?.first} isWinner={winner === first} isOut={winner !== null && winner !== first} />
			{second === null ? (
				<li className="border-t border-line px-3 py-1.5 text-[0.8125rem] text-ink-3">Goes on without a vote</li>
			) : (
				<Side
					title={titles.get(second) ?? ""}
					votes={votes?.second}
					isWinner={winner === second}
					isOut={winner !== null && winner !== second}
				/>
			)}
		</ul>
	);
}

type SideProps = { title: string; votes: number | undefined; isWinner: boolean; isOut: boolean };

function Side({ title, votes, isWinner, isOut }: SideProps) {
	return (
		<li className="flex items-center gap-2 border-t border-line px-3 py-1.5 text-[0.8125rem] first:border-0">
			<span dir="auto" className={clsx("min-w-0 flex-1 truncate", isWinner ? "font-semibold" : isOut ? "text-ink-3" : "")}>
				{title}
			</span>
			{isWinner && <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />}
			{isWinner && <span className="sr-only">won</span>}
			{votes !== undefined && (
				<span className="text-ink-3 tabular-nums">
					{votes}
					<span className="sr-only"> {votes === 1 ? "vote" : "votes"}</span>
				</span>
			)}
		</li>
	);
}
