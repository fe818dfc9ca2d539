import { PrismaClient } from "./generated/client";
import { sqliteAdapter } from "./sqlite-adapter";

/** What the repositories are written against, on either engine. */
export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** Opens the database file lazily: importing and constructing touch nothing. */
export function openSqlite(file: string): Db {
	// A burst queues for the one writer; what waits here has not begun and costs nothing but patience.
	return new PrismaClient({ adapter: sqliteAdapter(file), transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
}

/** Whether the error is a row that points to one that is not there. */
export function foreignKeyViolation(error: unknown): boolean {
	return typeof error === "object" && error !== null && "code" in error && error.code === "P2003";
}

/** The columns of a violated unique index (`["email"]`), or null when the error is another one. */
export function uniqueViolation(error: unknown): string[] | null {
	if (typeof error !== "object" || error === null || !("code" in error) || error.code !== "P2002") return null;
	const text = JSON.stringify("meta" in error ? error.meta : {});
	return [...text.matchAll(/\b(email|username|referralCode|primaryOf|code|source|newcomerId|visitId|songId|scope|key|hash)\b/g)].map(
		(match) => match[0],
	);
}
