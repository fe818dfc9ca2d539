import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { api } from "@/components/api";
import { type Line, openLine } from "./line";
import { recallRoom, rememberRoom } from "./memory";
import { firstState, type RoomState, roomState, type Trouble } from "./state";

/** What somebody is told of a room before they come in. */
type Seen = { hostName: string; people: number };
type Found = { sessionData: { hostName: string; participants: { connected: boolean }[] } };

const troubles: Record<number, Trouble> = { 404: "gone", 429: "limited" };

/** A room as this browser is in it: known people join at once, others are asked for a name once it is sure that there is a room. */
export function useRoom(code: string) {
	const [state, tell] = useReducer(roomState, firstState);
	const [seen, setSeen] = useState<Seen | null>(null);
	const [attempt, setAttempt] = useState(0);
	const line = useRef<Line | null>(null);

	const join = useCallback(() => {
		tell({ type: "phase", phase: "joining" });
		line.current?.close();
		line.current = openLine(code, tell);
	}, [code]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
	useEffect(() => {
		let isOver = false;
		const { participantToken, hostToken } = recallRoom(code);
		if (participantToken !== undefined || hostToken !== undefined) join();
		else void look();

		async function look() {
			tell({ type: "phase", phase: "looking" });
			const answer = await api<Found>("POST", "/api/session/join", { body: { sessionID: code } });
			if (isOver) return;
			if (!answer.ok) {
				tell({ type: "phase", phase: troubles[answer.status] ?? "away" });
				return;
			}
			const { hostName, participants } = answer.data.sessionData;
			setSeen({ hostName, people: participants.filter(({ connected }) => connected).length });
			tell({ type: "phase", phase: "naming" });
		}

		return () => {
			isOver = true;
			line.current?.close();
			line.current = null;
		};
	}, [code, join, attempt]);

	const say = useCallback((text: string) => line.current?.say(text) ?? Promise.resolve("You seem to be offline. Try again."), []);
	const leave = useCallback(() => {
		line.current?.leave();
		tell({ type: "phase", phase: "left" });
	}, []);

	return {
		state,
		tell,
		seen,
		/** Comes in under this name. */
		enter: (name: string) => {
			rememberRoom(code, { name });
			join();
		},
		/** Tries once more to get in, or comes back. */
		retry: () => setAttempt((now) => now + 1),
		say,
		leave,
	};
}

export type RoomHandle = ReturnType<typeof useRoom>;
export type InsideState = RoomState & { data: NonNullable<RoomState["data"]>; me: string };
