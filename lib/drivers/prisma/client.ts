import { z } from "zod";
import { type RefusalCode, Refused } from "@/lib/refused";
import { faultOf } from "./faults";
import { PrismaClient } from "./generated/client";
import { sqliteAdapter } from "./sqlite-adapter";
import { turns } from "./turns";

/** What the repositories are written against, on either engine. */
export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** Opens the database file lazily: importing and constructing touch nothing. Whoever else writes to the file in this process shares the turns. */
export function openSqlite(file: string, turn = turns()): Db {
	// A burst queues for the one writer; what waits here has not begun and costs nothing but patience.
	return new PrismaClient({ adapter: sqliteAdapter(file, turn), transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
}

/** Runs `work`; should the row that it points to have gone since the caller looked, refuses with `code`. */
export async function unlessGone<T>(code: RefusalCode, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (faultOf(error) === "gone") throw new Refused(code);
		throw error;
	}
}

/** The columns of the primary keys that somebody asks about; PostgreSQL names the index alone. */
const primaryKeys: Record<string, string[]> = { ProviderAccount_pkey: ["provider", "providerId"] };

const violated = z.object({
	meta: z.object({
		driverAdapterError: z.object({
			cause: z.object({ constraint: z.object({ fields: z.array(z.string()).optional(), index: z.string().optional() }) }),
		}),
	}),
});

/** The columns of a violated unique index (`["email"]`), none when they are unknown, or null when the error is another one. */
export function uniqueViolation(error: unknown): string[] | null {
	if (faultOf(error) !== "unique") return null;
	const { fields, index = "" } = violated.safeParse(error).data?.meta.driverAdapterError.cause.constraint ?? {};
	// `User_email_key`, `Item_ownerId_source_key`
	return fields ?? primaryKeys[index] ?? index.split("_").slice(1, -1);
}
