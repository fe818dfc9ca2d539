import type { Tokens } from "@/lib/ports";
import type { Db } from "./client";

/** Bearer tokens in the database. */
export function prismaTokens(db: Db): Tokens {
	return {
		async create(token) {
			await db.token.create({ data: token });
		},
		async userOf(hash, now) {
			const token = await db.token.findUnique({ where: { hash }, include: { user: true } });
			if (!token || (token.expiresAt && token.expiresAt <= now)) return null;
			return token.user;
		},
		async revoke(hash) {
			await db.token.deleteMany({ where: { hash } });
		},
	};
}
