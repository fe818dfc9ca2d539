/** The longest pause between two tries, milliseconds. */
const longest = 30_000;

/** Waits until a request that found no network is worth repeating: the browser is back online, 1, 2, 4 … 30 seconds went by, or it is given up. */
export function worthAnotherTry(attempt: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, Math.min(longest, 1000 * 2 ** attempt));
		function done() {
			clearTimeout(timer);
			removeEventListener("online", done);
			signal.removeEventListener("abort", done);
			resolve();
		}
		addEventListener("online", done);
		signal.addEventListener("abort", done);
		if (signal.aborted) done();
	});
}
