import { charge, refund, tooMany } from "@/lib/limits";
import type { World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";

// Six digits can be guessed. Whoever names a room that is not there, or a token that is not its, has a budget for it; whoever holds a
// token of the room needs none.

const perAddress = { max: 10, seconds: 60 };
const overall = { max: 50, seconds: 60 };
/** Beyond this nobody counts: it is asked only whether an address failed at all. */
const withinHour = { max: 1_000_000, seconds: 60 * 60 };

/** Failures that cost something: which room it was, and whose token, is what is guessed. */
const guessed = new Set(["room_not_found", "not_host", "not_participant"]);

/** Attempts of one address are made one after the other, so that many at once are no more than many. */
const lines = new Map<string, Promise<unknown>>();

async function inLine<T>(address: string, work: () => Promise<T>): Promise<T> {
	const mine = (lines.get(address) ?? Promise.resolve()).then(work, work);
	lines.set(address, mine);
	try {
		return await mine;
	} finally {
		if (lines.get(address) === mine) lines.delete(address);
	}
}

/** One failure more of this address. Throws `rate_limited` when it had its ten, or fifty failed within a minute and it within the hour. */
async function chargeGuess({ limiter }: World, address: string) {
	const hour = await limiter.hit(`room.hour:${address}`, withinHour);
	try {
		const hits = [hour, ...(await charge(limiter, [{ key: `room.guess:${address}`, window: perAddress }]))];
		const all = await limiter.hit("room.guess", overall);
		if (all.allowed) return [...hits, all];
		// Too many fail everywhere: those who did not take part are not to blame.
		if (hour.remaining < withinHour.max - 1) {
			await refund(hits);
			throw tooMany(all);
		}
		return hits;
	} catch (error) {
		await hour.refund();
		throw error;
	}
}

/** What somebody does who has nothing but the code. Throws `rate_limited` as soon as their budget for wrong ones is spent, then for right ones too. */
export function guessing<T>(world: World, address: string, work: () => Promise<T>): Promise<T> {
	return inLine(address, async () => {
		const hits = await chargeGuess(world, address);
		try {
			const done = await work();
			await refund(hits);
			return done;
		} catch (error) {
			if (!isRefused(error) || !guessed.has(error.code)) await refund(hits);
			throw error;
		}
	});
}

/** What somebody does who shows a token of the room: free, while it is one. */
export async function withToken<T>(world: World, address: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (isRefused(error) && guessed.has(error.code)) await inLine(address, () => chargeGuess(world, address));
		throw error;
	}
}

/** The code that a caller gave, as rooms have it. Throws `room_id_missing`, `room_not_found` for what can be none. */
export function roomCode(given: string): string {
	const code = given.trim();
	if (code === "") throw new Refused("room_id_missing");
	if (!/^[1-9]\d{5}$/.test(code)) throw new Refused("room_not_found");
	return code;
}
