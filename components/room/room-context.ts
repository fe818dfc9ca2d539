import { createContext, useContext } from "react";
import type { Answer } from "@/components/api";
import type { ChatMessage, SessionData } from "@/lib/live/events";
import type { Votes } from "./state";

/** A room as those in it act on it. */
export type Room = {
	code: string;
	/** The room's link. */
	url: string;
	isSignedIn: boolean;
	data: SessionData;
	/** The participant that one is. */
	me: string;
	isHost: boolean;
	isUp: boolean;
	votes: Votes;
	pairVotes: Votes;
	messages: readonly ChatMessage[];
	/** Calls the API in this room, with one's tokens; says what was refused, unless that is `quiet`. */
	ask: <Data>(method: string, path: string, body?: object, options?: { quiet?: boolean }) => Promise<Answer<Data>>;
	/** Votes, or with null takes a vote back: seen at once, and undone when it is refused. */
	vote: (of: "votes" | "pairVotes", key: string, value: string | number | null) => void;
	/** Says something in the chat; answers what went wrong, or null. */
	say: (text: string) => Promise<string | null>;
	leave: () => void;
	/** Has a screen reader read this out. */
	announce: (text: string) => void;
};

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

/** The room that this stands in. */
export function useInside(): Room {
	const room = useContext(RoomContext);
	if (!room) throw new Error("this stands in no room");
	return room;
}
