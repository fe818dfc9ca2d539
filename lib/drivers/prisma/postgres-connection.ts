import pg from "pg";
import { UnusableDatabase } from "./unusable-database";

/** Nothing a request waits for takes longer than this, in milliseconds, before it is known that nobody answers. */
const connectWithin = 2_000;
/** The server ends a statement by itself; only when it says nothing at all we stop waiting, a little later. */
const silence = 250;

/** Where the database is, how many connections at most, and how many milliseconds a statement may take. */
export type PostgresSettings = { url: string; pool: number; timeout: number };

/**
 * How we speak to PostgreSQL, whatever its administrator has set for others: times are in UTC and written as ISO, a transaction sees
 * what is committed, and tables lie in `public`. Options of the address itself are kept. Throws `UnusableDatabase` for another schema.
 */
export function connectionTo(url: string, timeout: number): pg.ClientConfig {
	const address = new URL(url);
	const given = address.searchParams.get("options");
	address.searchParams.delete("options");
	const schema = address.searchParams.get("schema") ?? "public";
	if (schema !== "public")
		throw new UnusableDatabase(`DATABASE_URL asks for the schema ${schema}: tables lie in public. Use a database of its own instead.`);
	// What Prisma's own addresses say, and PostgreSQL does not know.
	for (const name of ["schema", "connection_limit", "pool_timeout", "pgbouncer"]) address.searchParams.delete(name);
	const ours = {
		TimeZone: "UTC",
		DateStyle: "ISO",
		search_path: "public",
		default_transaction_isolation: "read\\ committed",
		idle_in_transaction_session_timeout: 2 * timeout,
	};
	const options = Object.entries(ours).map(([name, value]) => `-c ${name}=${value}`);
	return {
		connectionString: address.href,
		options: [given ?? [], options].flat().join(" "),
		application_name: "passalong",
		connectionTimeoutMillis: connectWithin,
		statement_timeout: timeout,
		query_timeout: timeout + silence,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
	};
}

/** A pool of connections. One that is lost while nobody uses it is replaced when somebody needs one. */
export function poolOf({ url, pool: max, timeout }: PostgresSettings): pg.Pool {
	const pool = new pg.Pool({ ...connectionTo(url, timeout), max, Client: Impatient });
	// Without somebody who listens an idle connection's end would be the process's.
	pool.on("error", () => {});
	return pool;
}

/**
 * A connection on which the server stopped answering is closed. The stock client gives the answer up and keeps the connection, with a
 * transaction open on it perhaps, and the next one to use it would wait behind the old statement.
 */
class Impatient extends pg.Client {
	constructor(config?: string | pg.ClientConfig) {
		super(config);
		const ask: (...args: unknown[]) => unknown = super.query;
		const impatient = (...args: unknown[]) => {
			const answer = ask.apply(this, args);
			if (answer instanceof Promise)
				answer.catch((error: unknown) => {
					if (error instanceof Error && error.message === "Query read timeout") this.connection.stream.destroy();
				});
			return answer;
		};
		this.query = impatient as pg.Client["query"];
	}
}
