import { z } from "zod";

/** What somebody said they would like to see, as this browser keeps it for a reload. */
const likes = z.object({ genres: z.array(z.string()), from: z.number().optional(), to: z.number().optional() });
export type Likes = z.output<typeof likes>;

/** What this browser keeps of a room: who one is in it. */
const memory = z.object({
	participantToken: z.string().optional(),
	hostToken: z.string().optional(),
	name: z.string().optional(),
	likes: likes.optional(),
	/** ms since 1970. */
	usedAt: z.number().optional(),
});
export type RoomMemory = Omit<z.output<typeof memory>, "usedAt">;

const keyOf = (code: string) => `room_${code}`;
const isKey = (key: string) => /^room_\d+$/.test(key);
/** In ms: a room ends a day after it was last used. */
const day = 24 * 60 * 60 * 1000;
/** How many rooms are kept. */
const most = 20;
/** Where there is no storage (private windows), one is known until the page is left. */
const unstored = new Map<string, RoomMemory>();

/** Who one is in this room; empty for who was never there. */
export function recallRoom(code: string): RoomMemory {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(code)) ?? "null");
		return memory.safeParse(kept).data ?? unstored.get(code) ?? {};
	} catch {
		return unstored.get(code) ?? {};
	}
}

/** Changes part of it; what is undefined is dropped. Forgets rooms that have ended by now. */
export function rememberRoom(code: string, change: RoomMemory): void {
	const now = Date.now();
	const next = { ...recallRoom(code), ...change, usedAt: now };
	unstored.set(code, next);
	try {
		localStorage.setItem(keyOf(code), JSON.stringify(next));
		const kept = Object.keys(localStorage).flatMap((key) => (isKey(key) ? [[key, localStorage.getItem(key) ?? ""] as const] : []));
		for (const key of endedRooms(kept, now)) localStorage.removeItem(key);
	} catch {}
}

/** Of what is kept of rooms, as keys and texts, the keys of what need not be: rooms that have ended, more than there can be, what cannot be read. */
export function endedRooms(kept: readonly (readonly [key: string, text: string])[], now: number): string[] {
	const uses = kept.map(([key, text]) => ({ key, usedAt: usedAtIn(text) }));
	const old = uses.filter(({ usedAt }) => usedAt < now - day);
	const fresh = uses.filter(({ usedAt }) => usedAt >= now - day).sort((a, b) => b.usedAt - a.usedAt);
	return [...old, ...fresh.slice(most)].map(({ key }) => key);
}

function usedAtIn(text: string): number {
	try {
		return memory.parse(JSON.parse(text)).usedAt ?? 0;
	} catch {
		return 0;
	}
}

/** Nobody is known in this room any more. */
export function forgetRoom(code: string): void {
	unstored.delete(code);
	try {
		localStorage.removeItem(keyOf(code));
	} catch {}
}
