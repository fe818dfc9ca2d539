import { Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "@upstash/redis";
import type { Report } from "@/lib/drivers/report";
import type { Clock, Hit, Limiter, Window } from "@/lib/ports";
import { breaker } from "./breaker";

const prefix = "passalong:limit";

/** One from a window's count, never below nothing. */
const takeBack = `local count = tonumber(redis.call("GET", KEYS[1]))
if count and count > 0 then return redis.call("DECR", KEYS[1]) end
return 0`;

type Shared = {
	/** What Ratelimit asks: Upstash's own client, or what behaves as it. */
	redis: Pick<Redis, "eval" | "evalsha">;
	/** Counts in the process. */
	own: Limiter;
	clock: Clock;
	/** What a key is called in the store. */
	name: (key: string) => string;
	report: Report;
};

/**
 * Sliding windows that several instances count together, in a Redis, by one round trip a hit. Every hit is counted in the process as well, and
 * first: what it refuses there nobody need be asked about, and when the store is slow or away the process decides, knowing all that came to it.
 */
export function sharedLimiter({ redis, own, clock, name, report }: Shared): Limiter {
	const store = breaker((error) => report("each process limits by itself", error));
	const windows = new Map<string, Ratelimit>();

	function windowOf({ max, seconds }: Window): Ratelimit {
		const known = windows.get(`${max}/${seconds}`);
		if (known) return known;
		const made = new Ratelimit({
			// It asks for no more than these two, and says in its README that any such object will do; its type wants the whole client.
			redis: redis as Redis,
			limiter: Ratelimit.slidingWindow(max, `${seconds} s`),
			prefix,
			// Its own time-out would say "allowed".
			timeout: 0,
			// The process remembers by itself whom it refused, and forgets it when a hit is taken back.
			ephemeralCache: false,
			analytics: false,
			enableTelemetry: false,
		});
		windows.set(`${max}/${seconds}`, made);
		return made;
	}

	return {
		async hit(key, window): Promise<Hit> {
			const here = await own.hit(key, window);
			if (!here.allowed) return here;
			const named = name(key);
			const there = await store.ask(() => windowOf(window).limit(named));
			if (!there) return here;
			if (!there.success) {
				await here.refund();
				const retryAfter = Math.max(1, Math.ceil((there.reset - clock.now().getTime()) / 1000));
				return { allowed: false, limit: window.max, remaining: 0, retryAfter, async refund() {} };
			}
			let isRefunded = false;
			return {
				...here,
				remaining: Math.min(here.remaining, there.remaining),
				async refund() {
					if (isRefunded) return;
					isRefunded = true;
					await here.refund();
					// The key under which Ratelimit counted it; the contract suite sees to it that this stays so.
					const counted = `${prefix}:${named}:${there.reset / (window.seconds * 1000) - 1}`;
					await store.ask(() => redis.eval(takeBack, [counted], []));
				},
			};
		},
	};
}
