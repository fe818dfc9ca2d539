import { useState } from "react";
import { useInside } from "../room-context";

/**
 * Where somebody is on the ballot: on the first film that they have not voted on, until they go to another. `at` is null when there is nothing left to vote
 * on. `keys` are what is voted on, in order.
 */
export function useBallotWalk(of: "votes" | "pairVotes", keys: readonly string[]) {
	const { vote, ...room } = useInside();
	const votes = room[of];
	const [chosen, setChosen] = useState<string | null>(null);
	const found = chosen === null ? -1 : keys.indexOf(chosen);
	const open = keys.findIndex((key) => !(key in votes));
	const at = found >= 0 ? found : open >= 0 ? open : null;
	const last = Object.keys(votes).findLast((key) => keys.includes(key));

	return {
		at,
		last,
		go: (to: number) => setChosen(keys[to] ?? null),
		/** Votes on what is shown, and goes on to the next that is open. */
		cast: (value: string | number) => {
			const key = at === null ? undefined : keys[at];
			if (key === undefined || at === null) return;
			vote(of, key, value);
			const after = [...keys.slice(at + 1), ...keys.slice(0, at)].find((each) => !(each in votes));
			setChosen(after ?? null);
		},
		/** Takes the last vote back, and shows what it was about. */
		undo: () => {
			if (last === undefined) return;
			vote(of, last, null);
			setChosen(last);
		},
		/** Shows what is left, or that nothing is. */
		leave: () => setChosen(null),
	};
}
