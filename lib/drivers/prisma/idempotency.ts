import type { Once } from "@/lib/ports";
import { Prisma } from "./generated/client";
import type { Statements } from "./statements";
import type { Engine } from "./transact";

/** The first answers under the keys of a group of requests, and those that this group adds. */
export type FirstAnswers = {
	/** What was answered under this key before: null for nothing yet, `mismatch` when it came with another body. */
	find(once: Once | null, at: Date): { answer: unknown } | "mismatch" | null;
	/** The answer from now on, kept in the transaction that makes it true. */
	keep(once: Once | null, answer: object): void;
	/** Writes what was kept; a twin elsewhere that was faster makes this throw a unique violation. */
	write(): Promise<void>;
};

type Answered = Once & { answer: object };
type Row = Omit<Once, "expiresAt"> & { answer: unknown; expiresAt: Date | string };

/** Reads what was answered under the keys of these requests. */
export async function firstAnswers(tx: Statements, engine: Engine, asked: { once: Once | null }[]): Promise<FirstAnswers> {
	const known = new Map<string, Omit<Once, "scope" | "key"> & { answer: unknown }>();
	const added = new Map<string, Answered>();
	const expired: Once[] = [];
	const keys = asked.flatMap(({ once }) => once ?? []);
	if (keys.length > 0) {
		const rows = await tx.all<Row>(Prisma.sql`SELECT "scope", "key", "bodyHash", "answer", "expiresAt" FROM "IdempotentAnswer"
			WHERE "scope" IN (${Prisma.join(keys.map(({ scope }) => scope))}) AND "key" IN (${Prisma.join(keys.map(({ key }) => key))})`);
		for (const { answer, expiresAt, ...row } of rows) {
			const value: unknown = typeof answer === "string" ? JSON.parse(answer) : answer;
			known.set(place(row), { ...row, answer: value, expiresAt: new Date(expiresAt) });
		}
	}
	return {
		find(once, at) {
			const kept = once && known.get(place(once));
			if (!once || !kept || kept.expiresAt <= at) return null;
			return kept.bodyHash === once.bodyHash ? { answer: kept.answer } : "mismatch";
		},
		keep(once, answer) {
			if (!once) return;
			const before = known.get(place(once));
			if (before) expired.push({ ...once, expiresAt: before.expiresAt });
			known.set(place(once), { ...once, answer });
			added.set(place(once), { ...once, answer });
		},
		async write() {
			// Of two that find it too old one removes it; a fresh one that a third has put there meanwhile stays.
			for (const { scope, key, expiresAt } of expired)
				await tx.run(
					Prisma.sql`DELETE FROM "IdempotentAnswer" WHERE "scope" = ${scope} AND "key" = ${key} AND "expiresAt" <= ${expiresAt}`,
				);
			if (added.size === 0) return;
			const rows = [...added.values()].map(({ scope, key, bodyHash, answer, expiresAt }) => {
				const text = JSON.stringify(answer);
				const json = engine === "sqlite" ? Prisma.sql`${text}` : Prisma.sql`CAST(${text} AS JSONB)`;
				return Prisma.sql`(${scope}, ${key}, ${bodyHash}, ${json}, ${expiresAt})`;
			});
			await tx.run(
				Prisma.sql`INSERT INTO "IdempotentAnswer" ("scope", "key", "bodyHash", "answer", "expiresAt") VALUES ${Prisma.join(rows)}`,
			);
		},
	};
}

const place = ({ scope, key }: { scope: string; key: string }) => JSON.stringify([scope, key]);
