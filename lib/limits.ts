import type { Verdict } from "@/lib/ports";
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
