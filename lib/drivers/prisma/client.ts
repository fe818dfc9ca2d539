import { type RefusalCode, Refused } from "@/lib/refused";
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

/** Runs `work`; should the row that it points to have gone since the caller looked, refuses with `code`. */
export async function unlessGone<T>(code: RefusalCode, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (typeof error === "object" && error !== null && "code" in error && error.code === "P2003") throw new Refused(code);
		throw error;
	}
}

/** The columns of a violated unique index (`["email"]`), or null when the error is another one. */
export function uniqueViolation(error: unknown): string[] | null {
	if (typeof error !== "object" || error === null || !("code" in error) || error.code !== "P2002") return null;
	const text = JSON.stringify("meta" in error ? error.meta : {});
	return [
		...text.matchAll(/\b(email|username|providerId|referralCode|primaryOf|code|source|newcomerId|visitId|songId|scope|key|hash)\b/g),
	].map((match) => match[0]);
}
