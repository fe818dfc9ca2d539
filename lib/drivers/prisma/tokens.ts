import type { Tokens } from "@/lib/ports";
import type { Db } from "./client";
import { byText } from "./findable";
import { lockRows } from "./lock";
import { type Engine, transact } from "./transact";

/** Bearer tokens in the database. */
export function prismaTokens(db: Db, engine: Engine): Tokens {
	return {
		create: ({ sessionEpoch, ...token }, { most, of, full, now }) =>
			transact(db, async (tx) => {
				const { userId } = token;
				// Two that come at once would both find room for the last one; a change of password waits for us, and drops what we made.
				await lockRows(tx, engine, "User", [userId]);
				if ((await tx.user.count({ where: { id: userId, sessionEpoch } })) === 0) return "stale";
				await tx.token.deleteMany({ where: { userId, expiresAt: { lte: now } } });
				const alike = { userId, ...("name" in of ? { name: of.name } : { NOT: { name: of.not } }) };
				const newest = await tx.token.findMany({ where: alike, orderBy: { createdAt: "desc" }, skip: most - 1, select: { id: true } });
				if (newest.length > 0 && full === "refuse") return "full";
				await tx.token.deleteMany({ where: { id: { in: newest.map(({ id }) => id) } } });
				await tx.token.create({ data: token });
				return "made";
			}),
		list: (userId, now) =>
			db.token.findMany({
				where: { userId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
				orderBy: [{ createdAt: "desc" }, { id: "desc" }],
				select: { id: true, name: true, createdAt: true, expiresAt: true },
			}),
		async remove(userId, id) {
			const found = await byText(id, () => db.token.deleteMany({ where: { id, userId } }));
			return found !== null && found.count > 0;
		},
		async userOf(hash, now) {
			const token = await db.token.findUnique({ where: { hash }, include: { user: true } });
			if (!token || (token.expiresAt && token.expiresAt <= now)) return null;
			return token.user;
		},
	};
}
