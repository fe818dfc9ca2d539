import type { Hit, Limiter, Verdict, Window } from "@/lib/ports";
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

/**
 * Charges budgets of failures before the attempt, so that parallel guesses cannot all slip through the same gap; whoever succeeds gives the hits
 * back. Throws `rate_limited` at the first that is spent.
 */
export async function charge(limiter: Limiter, budgets: { key: string; window: Window }[]): Promise<Hit[]> {
	const hits: Hit[] = [];
	for (const { key, window } of budgets) {
		const hit = await limiter.hit(key, window);
		if (!hit.allowed) throw tooMany(hit);
		hits.push(hit);
	}
	return hits;
}

/** Gives hits back that were no failures. */
export async function refund(hits: Hit[]): Promise<void> {
	await Promise.all(hits.map((hit) => hit.refund()));
}

/** Does what the hits were charged for. When that fails they are given back: what we could not do costs nobody a try. */
export async function orRefund<T>(hits: Hit[], work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		await refund(hits);
		throw error;
	}
}
