import type { Hit, Verdict } from "@/lib/ports";
import { Refused } from "@/lib/refused";

/** A refusal that tells a client when to come back. */
export function tooMany({ limit, remaining, retryAfter }: Verdict): Refused {
	return new Refused(
		"rate_limited",
		{},
		{
			"Retry-After": String(retryAfter),
			"RateLimit-Limit": String(limit),
			"RateLimit-Remaining": String(remaining),
			"RateLimit-Reset": String(retryAfter),
		},
	);
}

/** Does what the hits were charged for. When that fails they are given back: what we could not do costs nobody a try. */
export async function orRefund<T>(hits: Hit[], work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		await Promise.all(hits.map((hit) => hit.refund()));
		throw error;
	}
}
