import { isRefused, unavailable } from "@/lib/refused";
import { nameOf, statusOf } from "./bucket";

/**
 * Runs `work`; what goes wrong with the bucket is for the server's log, and for whoever asked it is `Refused("unavailable")`.
 * Keys that were changed or a bucket that went are the operator's to mend, and until then it is away just the same.
 */
export async function orUnavailable<T>(what: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		tell(what, error);
		throw unavailable();
	}
}

/** One line, without the key, the address or the library's stack. */
export function tell(what: string, error: unknown): void {
	console.warn(`The bucket did not ${what}: ${briefly(error)}`);
}

/** What went wrong, by its name and status: the library's own error holds the access key. */
export function briefly(error: unknown): string {
	const status = statusOf(error);
	return `${isRefused(error) ? error.code : nameOf(error)}${status ? ` (${status})` : ""}`;
}
