import type { Once } from "@/lib/ports";
import type { Tx } from "./client";

/** What was answered under this key before: null for nothing yet, `mismatch` when it came with another body. */
export async function firstAnswer(tx: Tx, once: Once | null, at: Date): Promise<{ answer: unknown } | "mismatch" | null> {
	if (!once) return null;
	const where = { scope_key: { scope: once.scope, key: once.key } };
	const kept = await tx.idempotentAnswer.findUnique({ where });
	if (!kept) return null;
	if (kept.expiresAt <= at) {
		// Of two that find it too old one removes it; a fresh one that a third has put there meanwhile stays.
		await tx.idempotentAnswer.deleteMany({ where: { scope: once.scope, key: once.key, expiresAt: { lte: at } } });
		return null;
	}
	return kept.bodyHash === once.bodyHash ? { answer: kept.answer } : "mismatch";
}

/** Keeps the answer in the transaction that makes it true; a twin that was faster makes this throw a unique violation. */
export async function keepAnswer(tx: Tx, once: Once | null, answer: object): Promise<void> {
	if (once) await tx.idempotentAnswer.create({ data: { ...once, answer } });
}
