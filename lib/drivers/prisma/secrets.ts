import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Secrets } from "@/lib/ports";
import type { Db } from "./client";
import { UnusableDatabase } from "./unusable-database";

const names = ["session", "grant", "visit"] as const;
const key = z.string().regex(/^[0-9a-f]{64}$/);
const secretsKept = z.object({ session: key, grant: key, visit: key });

/**
 * The keys of an installation on PostgreSQL, which its instances share: in a table that the migrations make, written on first use. Of
 * several that start together all get what the first one wrote.
 */
export async function databaseSecrets(db: Db): Promise<Secrets> {
	for (const name of names)
		await db.$executeRaw`INSERT INTO "_secret" ("name", "value") VALUES (${name}, ${randomBytes(32).toString("hex")}) ON CONFLICT DO NOTHING`;
	const rows = await db.$queryRaw<{ name: string; value: string }[]>`SELECT "name", "value" FROM "_secret"`;
	const kept = secretsKept.safeParse(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
	if (!kept.success) throw new UnusableDatabase('The table "_secret" is damaged: restore it, or empty it to sign everybody out.');
	return kept.data;
}
