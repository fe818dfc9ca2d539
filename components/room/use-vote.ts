import { type Dispatch, useCallback, useEffect, useMemo, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { said } from "./refusals";
import type { Room } from "./room-context";
import type { RoomEvent } from "./state";
import type { InsideState } from "./use-room";
import { votesSaid } from "./votes-said";

/** Votes by HTTP, seen at once. `whenSaid` is when all of them have arrived until now: what ends a vote waits for it. */
export function useVote(
	ask: Room["ask"],
	{ data: { game }, votes, pairVotes }: InsideState,
	tell: Dispatch<RoomEvent>,
): { vote: Room["vote"]; whenSaid: () => Promise<void> } {
	const now = useRef(game);
	useEffect(() => {
		now.current = game;
	}, [game]);
	const line = useMemo(() => votesSaid(ask, tell, (of) => of === now.current, tellRefusal), [ask, tell]);

	const vote = useCallback<Room["vote"]>(
		(of, key, value) => {
			const before = (of === "votes" ? votes : pairVotes)[key] ?? null;
			if (before !== value) line.vote(game, of, key, before, value);
		},
		[line, game, votes, pairVotes],
	);
	return { vote, whenSaid: line.whenSaid };
}

function tellRefusal(why: string): void {
	const isOver = why === said.roundOver || why === said.notVoting;
	void toast(isOver ? "That vote came too late: it is over." : why, isOver ? "plain" : "bad");
}
