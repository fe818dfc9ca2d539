const minute = 60_000;

/** Says on the log that a service fails: each kind of failure at most once a minute, without addresses, keys or passwords. */
export type Report = (what: string, error: unknown) => void;

export function reporter(service: string): Report {
	const last = new Map<string, number>();
	return (what, error) => {
		const line = `${service}: ${what}: ${kindOf(error)}`;
		const now = performance.now();
		if (now - (last.get(line) ?? Number.NEGATIVE_INFINITY) < minute) return;
		last.set(line, now);
		console.error(line);
	};
}

/** A word for the error that holds nothing of its message: `ECONNREFUSED`, `WRONGPASS`, `MaxRetriesPerRequestError`. */
function kindOf(error: unknown): string {
	if (!(error instanceof Error)) return "unknown error";
	if ("code" in error && typeof error.code === "string") return error.code;
	if (error.message.startsWith("Stream isn't writeable")) return "no connection";
	// A server's own errors begin with a word in capitals.
	return /^[A-Z]{3,}\b/.exec(error.message)?.[0] ?? error.name;
}
