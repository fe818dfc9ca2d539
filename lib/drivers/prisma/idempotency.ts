import type { Once } from "@/lib/ports";
import type { Tx } from "./client";

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

/** Reads what was answered under the keys of these requests. */
export async function firstAnswers(tx: Tx, asked: { once: Once | null }[]): Promise<FirstAnswers> {
	const known = new Map<string, Omit<Once, "scope" | "key"> & { answer: unknown }>();
	const added = new Map<string, Answered>();
	const expired: Once[] = [];
	const keys = asked.flatMap(({ once }) => once ?? []);
	if (keys.length > 0) {
		const where = { scope: { in: keys.map(({ scope }) => scope) }, key: { in: keys.map(({ key }) => key) } };
		for (const row of await tx.idempotentAnswer.findMany({ where })) known.set(place(row), row);
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
				await tx.idempotentAnswer.deleteMany({ where: { scope, key, expiresAt: { lte: expiresAt } } });
			if (added.size > 0) await tx.idempotentAnswer.createMany({ data: [...added.values()] });
		},
	};
}

const place = ({ scope, key }: { scope: string; key: string }) => JSON.stringify([scope, key]);
