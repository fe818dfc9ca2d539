import { Redis } from "@upstash/redis";
import { nameOf } from "@/lib/drivers/names";
import { type Report, reporter } from "@/lib/drivers/report";
import type { Clock, Limiter } from "@/lib/ports";
import { sharedLimiter } from "./shared-limiter";

/** A request that nobody waits for any more ends after so many ms. */
const patience = 1_000;

export type UpstashLimiter = Limiter & {
	/** Whether Upstash answers within a second. */
	works(): Promise<boolean>;
};

/** Limits that the instances of an installation count together over Upstash's REST; where that is slow or away, `own` decides. */
export function upstashLimiter(
	to: { url: string; token: string },
	own: Limiter,
	clock: Clock,
	secret: string,
	report: Report = reporter("Upstash"),
): UpstashLimiter {
	const redis = new Redis({
		...to,
		// Another attempt would come too late for whoever asked, and could count a hit twice.
		retry: { retries: 0 },
		signal: () => AbortSignal.timeout(patience),
		readYourWrites: false,
		enableAutoPipelining: false,
		enableTelemetry: false,
	});
	return {
		...sharedLimiter({ redis, own, clock, name: (key) => nameOf(secret, key), report }),
		async works() {
			try {
				await redis.ping();
				return true;
			} catch (error) {
				report("it does not answer", error);
				return false;
			}
		},
	};
}
