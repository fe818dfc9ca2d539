/** The database cannot be used; the message says why in words for the person who starts the server, without the password. */
export class UnusableDatabase extends Error {}

const advice = "Check DATABASE_URL.";

/** What PostgreSQL, or the way to it, says by a code. */
const reasons: Record<string, string> = {
	ECONNREFUSED: "does not answer. Is it running?",
	ECONNRESET: "closed the connection.",
	ENOTFOUND: "cannot be found: there is no host of that name.",
	EAI_AGAIN: "cannot be found: there is no host of that name.",
	EHOSTUNREACH: "cannot be reached.",
	ENETUNREACH: "cannot be reached.",
	ETIMEDOUT: "does not answer.",
	"28P01": "refuses this user or this password.",
	"28000": "does not let this user in.",
	"3D000": "has no such database. Create it first: createdb.",
	"42501": "does not let this user make tables. Give it the schema public: GRANT CREATE ON SCHEMA public TO …",
	"53300": "has no connection left.",
	"57P03": "is starting up or shutting down. Try again in a moment.",
	"55P03": "is locked: another server that starts, a backup or an open transaction holds what is needed. Try again, or end that one.",
};

/** An error of the connection in words for the person who starts the server; null for anything else, which is a defect of ours. */
export function unusable(url: string, error: unknown): UnusableDatabase | null {
	if (!(error instanceof Error)) return null;
	const code = "code" in error ? String(error.code) : "";
	const reason = reasons[code] ?? (isConnection(error.message, code) ? "does not answer." : null);
	return reason === null ? null : new UnusableDatabase(`PostgreSQL at ${place(url)} ${reason} ${advice}${code ? ` (${code})` : ""}`);
}

const isConnection = (message: string, code: string) =>
	code.startsWith("08") || /timeout expired|Connection terminated|SSL|SASL|certificate/i.test(message);

/** Host, port and database, and nothing else of the address. */
function place(url: string): string {
	const { hostname, port, pathname } = new URL(url);
	return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}
