import type { Allowed, LinkChanges, Shares } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, type Tx, unlessGone } from "./client";
import { faultOf } from "./faults";
import { inParts } from "./parts";
import { include, toShare } from "./share-row";
import { transact } from "./transact";
import { there } from "./trash";

/** What changes links, and what is written down about it. */
export function linkChanges(
	db: Db,
): Pick<Shares, "add" | "update" | "end" | "freeze" | "thaw" | "spendOpening" | "admitAllowed" | "bindAllowed" | "note" | "events"> {
	return {
		add: ({ policy: { allow, ...policy }, ...link }) =>
			unlessGone("not_found", () =>
				transact(db, async (tx) => {
					// A deleted item has links still, in case it is taken back; it is as absent as one that never was.
					if ((await tx.item.count({ where: { id: link.itemId, ...there } })) === 0) throw new Refused("not_found");
					const { id } = await tx.share.create({ data: { ...link, ...policy, events: { create: { what: "made", at: new Date() } } } });
					await setAllowed(tx, id, allow);
					return toShare(await tx.share.findUniqueOrThrow({ where: { id }, include }));
				}),
			),
		update: ({ ids, ownerId, version }, changes, event, at) =>
			allOrNone(() =>
				transact(db, async (tx) => {
					const { allow, ...data } = changes;
					const { count } = await tx.share.updateMany({
						where: { id: { in: ids }, ownerId, endedAt: null, item: there, version },
						data: { ...data, version: { increment: 1 }, updatedAt: at },
					});
					if (count !== new Set(ids).size) throw new NotAll();
					for (const id of ids) {
						if (allow) await setAllowed(tx, id, allow);
						await tx.linkEvent.create({ data: { ...event, shareId: id, at } });
					}
				}),
			),
		end: (id, at) =>
			transact(db, async (tx) => {
				const data = { endedAt: at, updatedAt: at, primaryOf: null, personalOf: null, version: { increment: 1 } };
				const { count } = await tx.share.updateMany({ where: { id, endedAt: null }, data });
				if (count === 1) await tx.linkEvent.create({ data: { shareId: id, what: "ended", at } });
				return count === 1;
			}),
		freeze: (id, { title, content, version }, at) =>
			transact(db, async (tx) => {
				if (!(await restamp(tx, id, at, { snapshotAt: at, what: "frozen", version }))) return false;
				const frozen = { title, content: Object(content) };
				await tx.snapshot.upsert({ where: { shareId: id }, create: { shareId: id, ...frozen }, update: frozen });
				return true;
			}),
		thaw: (id, at) =>
			transact(db, async (tx) => {
				if (!(await restamp(tx, id, at, { snapshotAt: null, what: "thawed" }))) return false;
				await tx.snapshot.deleteMany({ where: { shareId: id } });
				return true;
			}),
		// Test and spend are one statement: two that open at the same moment cannot share the last opening.
		async spendOpening({ id, version }) {
			const spent = await db.$executeRaw`UPDATE "Share" SET "openings" = "openings" + 1
				WHERE "id" = ${id} AND "version" = ${version} AND "endedAt" IS NULL AND "openings" < "maxViews"`;
			return spent === 1;
		},
		async admitAllowed({ id, email, userId }) {
			const where = { shareId: id, email, userId: null };
			const { count } = await unlessGone("not_found", () => db.allowEntry.updateMany({ where, data: { userId } }));
			return count === 1;
		},
		// One statement: an address that is listed at the same moment is either bound and told of, or waits.
		async bindAllowed({ email, userId }) {
			const bound = await db.allowEntry.updateManyAndReturn({
				where: { email, userId: null },
				data: { userId },
				select: { shareId: true },
			});
			return bound.map(({ shareId }) => shareId);
		},
		async note(shareId, { what, detail = "", day }, at) {
			await unlessGone(
				"share_not_found",
				() => db.$executeRaw`
				INSERT INTO "LinkEvent" ("shareId", "what", "detail", "day", "at") VALUES (${shareId}, ${what}, ${detail}, ${day ?? null}, ${at})
				ON CONFLICT ("shareId", "what", "detail", "day") DO UPDATE SET "count" = "LinkEvent"."count" + 1, "at" = excluded."at"`,
			);
		},
		events: (shareId, take) =>
			db.linkEvent.findMany({
				where: { shareId },
				orderBy: [{ at: "desc" }, { id: "desc" }],
				take,
				select: { what: true, detail: true, count: true, at: true },
			}),
	};
}

/** `version` is what the item must be at; undefined is any. */
type Stamp = { snapshotAt: Date | null; what: string; version?: number };

async function restamp(tx: Tx, id: number, at: Date, { snapshotAt, what, version }: Stamp): Promise<boolean> {
	const data = { snapshotAt, updatedAt: at, version: { increment: 1 } };
	const { count } = await tx.share.updateMany({ where: { id, endedAt: null, item: { ...there, version } }, data });
	if (count === 1) await tx.linkEvent.create({ data: { shareId: id, what, at } });
	return count === 1;
}

/** Makes the link's list this one. An address that stays keeps its account, also when its account did not have it any more. */
async function setAllowed(tx: Tx, shareId: number, allow: NonNullable<LinkChanges["allow"]>): Promise<void> {
	const before = await tx.allowEntry.findMany({ where: { shareId }, select: { id: true, email: true } });
	const wanted = new Set(allow.map(({ email }) => email));
	const had = new Set(before.map(({ email }) => email));
	const gone = before.filter(({ email }) => !wanted.has(email)).map(({ id }) => id);
	for (const ids of inParts(gone)) await tx.allowEntry.deleteMany({ where: { id: { in: ids } } });
	const fresh: readonly Allowed[] = allow.filter(({ email }) => !had.has(email));
	for (const part of inParts([...fresh], 200)) {
		await tx.allowEntry.createMany({ data: part.map(({ email, userId }) => ({ shareId, email, userId })) });
	}
}

/** Rolls a change of several rows back that did not reach all of them. */
class NotAll extends Error {}

async function allOrNone(change: () => Promise<void>): Promise<boolean> {
	try {
		await change();
		return true;
	} catch (error) {
		// An account of its list went while it was looked for: whoever asks again finds it gone.
		if (error instanceof NotAll || faultOf(error) === "gone") return false;
		throw error;
	}
}
