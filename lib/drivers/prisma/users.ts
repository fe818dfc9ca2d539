import type { NewUser, User, Users } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, type Tx, uniqueViolation } from "./client";

/** Accounts in the database. */
export function prismaUsers(db: Db): Users {
	return {
		byId: (id) => db.user.findUnique({ where: { id } }),
		byEmail: (email) => db.user.findUnique({ where: { email } }),
		create: (user, referral) =>
			namingWhatIsTaken(() =>
				db.$transaction(async (tx) => {
					const created = await tx.user.create({ data: user });
					if (referral) await credit(tx, user, referral);
					return created;
				}),
			),
		update: (id, changes, { endSessions }) =>
			namingWhatIsTaken(() =>
				db.$transaction(async (tx) => {
					const epoch = endSessions ? { sessionEpoch: { increment: 1 } } : {};
					await tx.user.updateMany({ where: { id }, data: { ...changes, ...epoch } });
					if (endSessions) await tx.token.deleteMany({ where: { userId: id } });
					return tx.user.findUnique({ where: { id } });
				}),
			),
		remove: (id) =>
			db.$transaction(async (tx) => {
				const blobs = await tx.blob.findMany({ where: { ownerId: id }, select: { key: true } });
				await tx.user.deleteMany({ where: { id } });
				return blobs.map((blob) => blob.key);
			}),
	};
}

/** Credits the owner of the code and the newcomer once; an unknown code, or the newcomer's own, is ignored. */
async function credit(tx: Tx, newcomer: NewUser, referral: NonNullable<Parameters<Users["create"]>[1]>): Promise<void> {
	const referrer = await tx.user.findUnique({ where: { referralCode: referral.code }, select: { id: true } });
	if (!referrer || referrer.id === newcomer.id) return;
	await tx.referral.create({
		data: { referrerId: referrer.id, newcomerId: newcomer.id, source: referral.source, credits: referral.referrerGets },
	});
	await tx.user.update({ where: { id: referrer.id }, data: { credits: { increment: referral.referrerGets } } });
	await tx.user.update({ where: { id: newcomer.id }, data: { credits: { increment: referral.newcomerGets } } });
}

async function namingWhatIsTaken<T extends User | null>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const columns = uniqueViolation(error);
		if (columns?.includes("email")) throw new Refused("email_taken");
		if (columns?.includes("username")) throw new Refused("username_taken");
		throw error;
	}
}
