import type { RoomState, Trouble } from "./state";

/** What rooms say when they refuse, word for word: their answers have no codes. */
export const said = {
	notFound: "Session not found or has expired",
	notHost: "Only the host can do this",
	notParticipant: "Only people in this room can do this",
	full: "This room is full",
	roundOver: "Round mismatch",
	notVoting: "There is no such vote now",
} as const;

/** Where somebody is who was told this on coming in, when that ends it; null for what may be otherwise in a moment. */
export function endOf(message: string): Extract<RoomState["phase"], Trouble | "naming"> | null {
	if (message === said.notFound) return "gone";
	if (message === said.full) return "full";
	return message === said.notParticipant ? "naming" : null;
}
