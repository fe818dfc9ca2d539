import type { Clock, Limiter, Verdict, Window } from "@/lib/ports";

type Count = { window: number; current: number; previous: number; seconds: number };

/** Keys kept at most; beyond it the longest unused go first. At about 150 bytes a key this is 15 MB. */
const maxKeys = 100_000;

/**
 * Sliding windows in this process: the hits of the running window, plus those of the one before in proportion to what of it
 * the sliding window still covers. The same arithmetic as @upstash/ratelimit's sliding window, so that both limit alike.
 */
export function memoryLimiter(clock: Clock): Limiter {
	const counts = new Map<string, Count>();

	function read(key: string, { max, seconds }: Window): { count: Count; verdict: Verdict } {
		const now = clock.now().getTime() / 1000;
		const window = Math.floor(now / seconds);
		const known = counts.get(key);
		const age = known && known.seconds === seconds ? window - known.window : Number.POSITIVE_INFINITY;
		const current = known && age === 0 ? known.current : 0;
		const previous = known && age === 0 ? known.previous : known && age === 1 ? known.current : 0;
		const share = 1 - (now / seconds - window);
		const used = Math.floor(previous * share) + current;
		const verdict = {
			allowed: used < max,
			limit: max,
			remaining: Math.max(0, max - used),
			retryAfter: Math.max(1, Math.ceil((window + 1) * seconds - now)),
		};
		return { count: { window, current, previous, seconds }, verdict };
	}

	return {
		async hit(key, limit) {
			const { count, verdict } = read(key, limit);
			if (!verdict.allowed) return verdict;
			counts.delete(key);
			counts.set(key, { ...count, current: count.current + 1 });
			for (const oldest of counts.keys()) {
				if (counts.size <= maxKeys) break;
				counts.delete(oldest);
			}
			return { ...verdict, remaining: verdict.remaining - 1 };
		},
		async refund(key) {
			const count = counts.get(key);
			if (count && count.current > 0) count.current--;
		},
	};
}
