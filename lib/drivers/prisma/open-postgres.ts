import { PrismaPg } from "@prisma/adapter-pg";
import type { Db } from "./client";
// Not there? `generate()` of scripts/steps/install.mjs makes both clients; npm start, npm test and npm run dev begin with it.
import { PrismaClient } from "./generated-postgresql/client";
import { type PostgresSettings, poolOf } from "./postgres-connection";

/**
 * Opens the database lazily: the first question connects. The client was generated for PostgreSQL from a schema that differs in the
 * provider alone, and is handed out as SQLite's: what only one of the two can do does not compile (docs/decisions/0018).
 */
export function openPostgres(settings: PostgresSettings): Db {
	const adapter = new PrismaPg(poolOf(settings), { disposeExternalPool: true });
	const { timeout } = settings;
	return new PrismaClient({ adapter, transactionOptions: { maxWait: 2_000, timeout } }) as unknown as Db;
}
