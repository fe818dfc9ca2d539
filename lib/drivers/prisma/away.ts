import { Refused, unavailable } from "@/lib/refused";

/** What Prisma, PostgreSQL (SQLSTATE) and the way to it call a database that is not there, does not answer in time or has no room. */
const codes = new RegExp(
	[
		"P1000|P1001|P1002|P1003|P1008|P1010|P1011|P1017|P2024|P2028|P2034|P2037|P2039",
		"ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH",
		// Connection lost; no resources; shut down, cancelled; not writable after a fail-over; who we are is not accepted any more.
		"08...|53...|57...|25006|25P03|55P03|40001|40P01|28...|3D000",
		"SQLITE_(?:BUSY|FULL|IOERR|READONLY|CANTOPEN)\\w*",
	].join("|"),
);
const isCode = new RegExp(`^(?:${codes.source})$`);
/** Errors of the connection and its pool that have words only. */
const words =
	/^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered|Client was closed|Cannot use a pool|database ".*" is not currently accepting connections)/;
/** A lock, a statement or two writers that stood in each other's way: the database is there, and answered. */
const busy = /^(?:55P03|57014|40001|40P01|P2034)$/;
const kinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections", "TlsConnectionError"]);
/** What the database cannot keep, and so cannot find either: a NUL, half a character, a number beyond its columns. */
const unfit = new Set(["22021", "22P05", "22P02", "22003"]);

/** What an error and those within it say of themselves. */
function* told(error: unknown, depth = 0): Generator<string> {
	if (typeof error !== "object" || error === null || depth > 5) return;
	const { code, originalCode, kind, message, meta, driverAdapterError, cause } = error as Record<string, unknown>;
	for (const word of [code, originalCode, kind, message]) if (typeof word === "string") yield word;
	for (const inner of [meta, driverAdapterError, cause]) yield* told(inner, depth + 1);
}

/** Why the database did not do what it was asked, when it was not for what was asked: a code or words; null for any other error. */
export function whyAway(error: unknown): string | null {
	for (const word of told(error)) if (isCode.test(word) || words.test(word) || kinds.has(word)) return word;
	return null;
}

/** Whether the database cannot hold a value that it was given. */
export function isUnfit(error: unknown): boolean {
	for (const word of told(error)) if (unfit.has(word)) return true;
	return false;
}

/** Says once that the database is away, and once that it is back. */
function newspaper() {
	let away = false;
	return {
		here() {
			if (!away) return;
			away = false;
			console.log("The database answers again.");
		},
		gone(why: string) {
			if (away) return;
			away = true;
			console.error(`The database does not answer (${why}). Requests get 503 until it does.`);
		},
	};
}

/**
 * The same repositories, whose methods throw `Refused("unavailable")` when the database is away, times out or shuts down, and
 * `Refused("bad_input")` for what it cannot hold. The one place where errors of the database are translated.
 */
export function guarded<Store extends object>(store: Store): Store {
	const news = newspaper();
	return mapped(store, (repository) => mapped(repository, (method) => guard(method, news)));
}

function guard(method: unknown, news: ReturnType<typeof newspaper>): unknown {
	if (typeof method !== "function") return method;
	return async (...args: unknown[]) => {
		try {
			const result: unknown = await method(...args);
			news.here();
			return result;
		} catch (error) {
			const why = whyAway(error);
			if (why !== null) {
				if (!busy.test(why)) news.gone(why);
				throw unavailable();
			}
			throw isUnfit(error) ? new Refused("bad_input") : error;
		}
	};
}

/** An object of the same keys; the types of its values are kept by whoever calls this. */
function mapped<T extends object>(all: T, change: (value: never) => unknown): T {
	return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, change(value as never)])) as T;
}
