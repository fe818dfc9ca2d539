import type { Clock, Hit, Limiter, Window } from "@/lib/ports";

type Count = { window: number; current: number; previous: number; seconds: number };

/** Keys kept at most; beyond it the longest unused go first. At about 150 bytes a key this is 15 MB. */
const maxKeys = 100_000;

/**
 * Sliding windows in this process: the hits of the running window, plus those of the one before in proportion to what of it
 * the sliding window still covers. The same arithmetic as @upstash/ratelimit's sliding window, so that both limit alike.
 */
export function memoryLimiter(clock: Clock): Limiter {
	const counts = new Map<string, Count>();

	/** What was counted in the window with that number and in the one before. */
	function read(key: string, seconds: number, window: number): Count {
		const known = counts.get(key);
		const age = known && known.seconds === seconds ? window - known.window : Number.POSITIVE_INFINITY;
		const current = known && age === 0 ? known.current : 0;
		const previous = known && age === 0 ? known.previous : known && age === 1 ? known.current : 0;
		return { window, current, previous, seconds };
	}

	function refund(key: string, { window, seconds }: Count): void {
		const count = counts.get(key);
		if (count?.seconds !== seconds) return;
		if (count.window === window && count.current > 0) count.current--;
		if (count.window === window + 1 && count.previous > 0) count.previous--;
	}

	return {
		async hit(key, { max, seconds }: Window): Promise<Hit> {
			const now = clock.now().getTime();
			const size = seconds * 1000;
			const count = read(key, seconds, Math.floor(now / size));
			const used = Math.floor((1 - (now % size) / size) * count.previous) + count.current;
			const retryAfter = Math.max(1, Math.ceil(((count.window + 1) * size - now) / 1000));
			if (used >= max) return { allowed: false, limit: max, remaining: 0, retryAfter, async refund() {} };
			count.current++;
			counts.delete(key);
			counts.set(key, count);
			for (const oldest of counts.keys()) {
				if (counts.size <= maxKeys) break;
				counts.delete(oldest);
			}
			let isRefunded = false;
			return {
				allowed: true,
				limit: max,
				remaining: max - used - 1,
				retryAfter,
				async refund() {
					if (!isRefunded) refund(key, count);
					isRefunded = true;
				},
			};
		},
	};
}
