import type { Clock } from "@/lib/ports";

/** Events of one socket within a minute. */
const most = 60;
const mostOf: Readonly<Record<string, number>> = { "chat-message": 20 };
/** Whoever goes on although they are told that it is too much is no person. */
const flood = 10 * most;
const minute = 60_000;

export type Budget = {
	/** One event more. `flood`: it is to be cut off. */
	take(event: string): "fine" | "too many" | "flood";
};

/** What one socket may say, in windows of a minute. */
export function budget(clock: Clock): Budget {
	let begun = Number.NEGATIVE_INFINITY;
	let all = 0;
	let by = new Map<string, number>();
	return {
		take(event) {
			const now = clock.now().getTime();
			if (now - begun >= minute) {
				begun = now;
				all = 0;
				by = new Map();
			}
			all++;
			const limit = mostOf[event];
			const count = limit === undefined ? 0 : (by.get(event) ?? 0) + 1;
			if (limit !== undefined) by.set(event, count);
			if (all > flood) return "flood";
			return all > most || (limit !== undefined && count > limit) ? "too many" : "fine";
		},
	};
}
