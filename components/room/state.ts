import type { ChatMessage, Heard, SessionData } from "@/lib/live/events";

/** Why one is not in the room: there is none, it is full, too many codes were tried, or something else is the matter. */
export type Trouble = "gone" | "full" | "limited" | "away";
/** A score, or the movie that one is for. */
export type Vote = string | number;
/** Own votes, by movie or by round and pair, the last one last. */
export type Votes = Readonly<Record<string, Vote>>;

export type RoomState = {
	/** `looking`: whether there is a room; `naming`: it asks who one is; `joining`; `inside`; `left` by oneself; or what is the matter. */
	phase: "looking" | "naming" | "joining" | "inside" | "left" | Trouble;
	/** Whether the line to the server is up. */
	isUp: boolean;
	data: SessionData | null;
	/** The participant that one is. */
	me: string | null;
	hostToken: string | null;
	votes: Votes;
	pairVotes: Votes;
	messages: readonly ChatMessage[];
};

export type RoomEvent =
	| { type: "phase"; phase: RoomState["phase"] }
	| { type: "line"; isUp: boolean }
	| { type: "update"; data: SessionData }
	| { type: "joined"; joined: Heard<"joined-session"> }
	| { type: "host"; hostToken: string }
	| { type: "message"; message: ChatMessage }
	/** A vote as it stands in the page; of a `game` that is over it says nothing. */
	| { type: "vote"; game: number; of: "votes" | "pairVotes"; key: string; value: Vote | null };

/** How many lines of chat a page keeps. */
const mostMessages = 300;

export const firstState: RoomState = {
	phase: "looking",
	isUp: false,
	data: null,
	me: null,
	hostToken: null,
	votes: {},
	pairVotes: {},
	messages: [],
};

/** What a room's page knows after an event. */
export function roomState(state: RoomState, event: RoomEvent): RoomState {
	switch (event.type) {
		case "phase":
			return { ...state, phase: event.phase };
		case "line":
			return { ...state, isUp: event.isUp };
		case "update":
			return updated(state, event.data);
		case "joined": {
			const { participantId: me, votes, pairVotes } = event.joined;
			return { ...state, phase: "inside", isUp: true, me, votes, pairVotes };
		}
		case "host":
			return { ...state, hostToken: event.hostToken };
		case "message":
			return { ...state, messages: [...state.messages, event.message].slice(-mostMessages) };
		case "vote":
			if (event.game !== state.data?.game) return state;
			return { ...state, [event.of]: withVote(state[event.of], event.key, event.value) };
	}
}

function updated(state: RoomState, data: SessionData): RoomState {
	// What was voted in another vote says nothing of this one. That one ended may not have been seen: of many changes the last one is told.
	const isNew = state.data !== null && state.data.game !== data.game;
	const hostToken = state.me !== null && data.hostId !== state.me ? null : state.hostToken;
	return { ...state, data, hostToken, ...(isNew ? { votes: {}, pairVotes: {} } : {}) };
}

function withVote(votes: Votes, key: string, value: Vote | null): Votes {
	const { [key]: _, ...others } = votes;
	return value === null ? others : { ...others, [key]: value };
}
