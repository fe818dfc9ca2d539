import { useCallback, useMemo, useState } from "react";
import { LineNote } from "./line-note";
import { Lobby } from "./lobby/lobby";
import { Results } from "./results/results";
import { RoomBar } from "./room-bar";
import { type Room, RoomProvider } from "./room-context";
import { useAnnouncements } from "./use-announcements";
import { useAsk } from "./use-ask";
import type { InsideState, RoomHandle } from "./use-room";
import { useVote } from "./use-vote";
import { ClassicVote } from "./vote/classic-vote";
import { TournamentVote } from "./vote/tournament-vote";

type InsideProps = { room: RoomHandle; state: InsideState; code: string; url: string; isSignedIn: boolean };

/** What those in a room see: the lobby, the vote or the results, under one bar. */
export function Inside({ room, state, code, url, isSignedIn }: InsideProps) {
	const { data, me, isUp, votes, pairVotes, messages } = state;
	const [news, setNews] = useState("");
	const announce = useCallback((text: string) => setNews(text), []);
	const send = useAsk(code);
	const { vote, whenSaid } = useVote(send, state, room.tell);
	const ask = useCallback<Room["ask"]>(async (...call) => whenSaid().then(() => send(...call)), [send, whenSaid]);
	useAnnouncements(data, me, announce);

	const isHost = data.hostId === me && state.hostToken !== null;
	const { say, leave } = room;
	const value = useMemo<Room>(
		() => ({ code, url, isSignedIn, data, me, isHost, isUp, votes, pairVotes, messages, ask, vote, say, leave, announce }),
		[code, url, isSignedIn, data, me, isHost, isUp, votes, pairVotes, messages, ask, vote, say, leave, announce],
	);
	const Screen =
		data.state === "lobby" ? Lobby : data.state === "results" ? Results : data.mode === "tournament" ? TournamentVote : ClassicVote;

	return (
		<RoomProvider value={value}>
			<div data-kind="room" className="relative">
				<RoomBar />
				<p role="status" aria-label="Connection" className="px-4 sm:px-6">
					{!isUp && <LineNote>Reconnecting…</LineNote>}
				</p>
				<p role="status" aria-label="What happens" className="sr-only">
					{news}
				</p>
				{/* Where somebody was on the ballot means nothing in another vote. */}
				<Screen key={data.game} />
			</div>
		</RoomProvider>
	);
}
