import { within } from "@/lib/drivers/within";

/** How long a service may take for what somebody waits for, in ms. */
const patience = 250;
/** How long a service that failed is left alone, in ms. */
const rest = 1_000;

/**
 * Asks a service that may be slow or away, so that it costs nobody more than a quarter of a second, and most nothing: after a failure it is
 * left alone for a second, and then asked by one while the others go on without it.
 */
export type Breaker = {
	/** What the service answers; null when it failed, took too long or is left alone. */
	ask<T>(work: () => Promise<T>): Promise<T | null>;
};

/** `failed` hears of every failure. */
export function breaker(failed: (error: unknown) => void): Breaker {
	let isBroken = false;
	let restsUntil = 0;
	let isTried = false;
	return {
		async ask(work) {
			const isTrial = isBroken;
			if (isTrial && (isTried || performance.now() < restsUntil)) return null;
			isTried = isTrial;
			try {
				const answer = await within(patience, work());
				isBroken = false;
				return answer;
			} catch (error) {
				isBroken = true;
				restsUntil = performance.now() + rest;
				failed(error);
				return null;
			} finally {
				if (isTrial) isTried = false;
			}
		},
	};
}
