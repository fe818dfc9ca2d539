import type { NewReferral, User, Users } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, type Tx, uniqueViolation } from "./client";
import { byText } from "./findable";
import { lockRows } from "./lock";
import { inParts } from "./parts";
import { type Engine, transact } from "./transact";

/** Accounts in the database. */
export function prismaUsers(db: Db, engine: Engine): Users {
	return {
		byId: (id) => byText(id, () => db.user.findUnique({ where: { id } })),
		byEmail: (email) => byText(email, () => db.user.findUnique({ where: { email } })),
		async idsByEmail(emails) {
			const found = await Promise.all(
				inParts(emails.filter((email) => !email.includes("\0"))).map((part) =>
					db.user.findMany({ where: { email: { in: part } }, select: { id: true, email: true } }),
				),
			);
			return new Map(found.flat().map(({ id, email }) => [email, id]));
		},
		byReferralCode: (referralCode) => byText(referralCode, () => db.user.findUnique({ where: { referralCode } })),
		async byProvider(id) {
			const known = await db.providerAccount.findUnique({ where: { provider_providerId: id }, include: { user: true } });
			return known?.user ?? null;
		},
		async providersOf(userId) {
			const rows = await db.providerAccount.findMany({ where: { userId }, select: { provider: true }, orderBy: { provider: "asc" } });
			return rows.map(({ provider }) => provider);
		},
		create: (user, referral, provider) =>
			namingWhatIsTaken(() =>
				transact(db, async (tx) => {
					await tx.user.create({ data: user });
					if (provider) await tx.providerAccount.create({ data: { ...provider, userId: user.id } });
					if (referral) await credit(tx, user.id, referral);
					return tx.user.findUniqueOrThrow({ where: { id: user.id } });
				}),
			),
		async referrals(referrerId, most) {
			const select = { createdAt: true, credits: true, source: true };
			const [total, newest] = await Promise.all([
				db.referral.count({ where: { referrerId } }),
				db.referral.findMany({ where: { referrerId }, orderBy: { id: "desc" }, take: most, select }),
			]);
			return { total, newest };
		},
		update: (id, changes, { endSessions }) =>
			namingWhatIsTaken(() =>
				transact(db, async (tx) => {
					const epoch = endSessions ? { sessionEpoch: { increment: 1 } } : {};
					await tx.user.updateMany({ where: { id }, data: { ...changes, ...epoch } });
					if (endSessions) await tx.token.deleteMany({ where: { userId: id } });
					return tx.user.findUnique({ where: { id } });
				}),
			),
		remove: (id) =>
			transact(db, async (tx) => {
				// What still comes in would be removed with the account, and its files be named by nobody.
				await lockRows(tx, engine, "User", [id]);
				const blobs = await tx.blob.findMany({ where: { ownerId: id }, select: { key: true } });
				await tx.user.deleteMany({ where: { id } });
				return blobs.map((blob) => blob.key);
			}),
	};
}

/** Credits both, once; nobody when the referrer has gone since somebody looked. A link that has gone is not counted for. */
async function credit(tx: Tx, newcomerId: string, { referrerId, source, shareId, referrerGets, newcomerGets }: NewReferral): Promise<void> {
	const { count } = await tx.user.updateMany({ where: { id: referrerId }, data: { credits: { increment: referrerGets } } });
	if (count === 0) return;
	const link = shareId === null ? null : await tx.share.findUnique({ where: { id: shareId }, select: { id: true } });
	await tx.referral.create({ data: { referrerId, newcomerId, source, credits: referrerGets, shareId: link?.id ?? null } });
	await tx.user.update({ where: { id: newcomerId }, data: { credits: { increment: newcomerGets } } });
}

async function namingWhatIsTaken<T extends User | null>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const columns = uniqueViolation(error);
		if (columns?.includes("providerId")) throw new Refused("provider_taken");
		if (columns?.includes("email")) throw new Refused("email_taken");
		if (columns?.includes("username")) throw new Refused("username_taken");
		throw error;
	}
}
