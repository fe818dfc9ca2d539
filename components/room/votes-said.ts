import type { Answer } from "@/components/api";
import type { RoomEvent, Vote } from "./state";

type Of = "votes" | "pairVotes";
export type Ask = (method: string, path: string, body: object, options: { quiet: true }) => Promise<Answer<unknown>>;
/** Of one thing that is voted on: what the server has, and how many votes are still on their way to it. */
type Standing = { value: Vote | null; waiting: number };

/**
 * Says votes to the server, one after the other: what is taken back at once must not arrive before what it takes back. What was refused is undone in the page
 * when nothing more is on its way, to what the server has; `refused` is told why. `isNow`: whether this vote is still under way.
 */
export function votesSaid(ask: Ask, tell: (event: RoomEvent) => void, isNow: (game: number) => boolean, refused: (why: string) => void) {
	const standings = new Map<string, Standing>();
	let queue = Promise.resolve();

	/** Says it; null, or why it was refused. */
	async function say(standing: Standing, of: Of, key: string, value: Vote | null): Promise<string | null> {
		// The vote on a pair stands until it is taken back.
		if (value === null || (of === "pairVotes" && standing.value !== null)) {
			const answer = await ask("DELETE", paths[of], place(of, key), { quiet: true });
			if (!answer.ok) return answer.message;
			standing.value = null;
		}
		if (value === null) return null;
		const answer = await ask("POST", paths[of], { ...place(of, key), ...cast(of, value) }, { quiet: true });
		if (!answer.ok) return answer.message;
		standing.value = value;
		return null;
	}

	return {
		/** `before` is what is shown until now. */
		vote(game: number, of: Of, key: string, before: Vote | null, value: Vote | null): void {
			const id = `${game} ${of} ${key}`;
			const standing = standings.get(id) ?? { value: before, waiting: 0 };
			standings.set(id, standing);
			standing.waiting++;
			tell({ type: "vote", game, of, key, value });
			queue = queue.then(async () => {
				// Said now, it would count in the next vote.
				const why = isNow(game) ? await say(standing, of, key, value) : null;
				standing.waiting--;
				if (standing.waiting === 0) {
					standings.delete(id);
					if (standing.value !== value) tell({ type: "vote", game, of, key, value: standing.value });
				}
				if (why !== null) refused(why);
			});
		},
		/** When all of them have arrived until now. */
		whenSaid: (): Promise<void> => queue,
	};
}

const paths = { votes: "/api/score", pairVotes: "/api/tournament/vote" } as const;

function place(of: Of, key: string): object {
	if (of === "votes") return { movieId: key };
	const [roundIndex, pairIndex] = key.split(":").map(Number);
	return { roundIndex, pairIndex };
}

const cast = (of: Of, value: Vote): object => (of === "votes" ? { score: value } : { winnerId: value });
