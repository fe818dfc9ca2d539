import type { Tokens } from "@/lib/ports";
import type { Db } from "./client";

/** Bearer tokens in the database. */
export function prismaTokens(db: Db): Tokens {
	return {
		create: ({ sessionEpoch, ...token }) =>
			db.$transaction(async (tx) => {
				if ((await tx.user.count({ where: { id: token.userId, sessionEpoch } })) === 0) return false;
				await tx.token.create({ data: token });
				return true;
			}),
		async userOf(hash, now) {
			const token = await db.token.findUnique({ where: { hash }, include: { user: true } });
			if (!token || (token.expiresAt && token.expiresAt <= now)) return null;
			return token.user;
		},
	};
}
