import { createHmac, timingSafeEqual } from "node:crypto";
import type { Room } from "./room";

// Tokens are made of what they are for, so that every instance knows them and none has to be kept.

type Of = { key: string; code: string; room: Pick<Room, "createdAt" | "hostTerm"> };

/** A code is given again when its room is gone: when the room began tells it from the next one. */
const signed = ({ key, code, room }: Of, what: string) =>
	createHmac("sha256", Buffer.from(key, "hex")).update(`room:${code}:${room.createdAt}:${what}`).digest("base64url");

/** What makes its holder the host, until there is another. */
export function hostToken(of: Of): string {
	const { hostTerm } = of.room;
	return `${hostTerm}.${signed(of, `host:${hostTerm}`)}`;
}

/** What makes its holder this participant, wherever they come back from. */
export function participantToken(of: Of, id: string): string {
	return `${id}.${signed(of, `participant:${id}`)}`;
}

/** Whose host's token it is: of the host that there is, of one that was before, or of nobody in this room. */
export function hostOf(of: Of, given: string): "now" | "before" | null {
	const term = Number(given.split(".", 1)[0]);
	if (!Number.isInteger(term) || term < 0 || term > of.room.hostTerm) return null;
	if (!same(given, hostToken({ ...of, room: { ...of.room, hostTerm: term } }))) return null;
	return term === of.room.hostTerm ? "now" : "before";
}

/** The participant whose token it is, or null. */
export function participantOf(of: Of, given: string): string | null {
	const id = given.split(".", 1)[0] ?? "";
	return same(given, participantToken(of, id)) ? id : null;
}

function same(given: string, expected: string): boolean {
	const [one, other] = [Buffer.from(given), Buffer.from(expected)];
	return one.length === other.length && timingSafeEqual(one, other);
}
