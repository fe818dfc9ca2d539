import type { Tx } from "./client";
import { Prisma } from "./generated/client";
import { addTo, type Sums } from "./tally";

/** Hosts kept a link. Whoever asks says where they come from, and could make up a new one each time. */
const mostHosts = 200;
/** What further hosts are counted as. No host is called so. */
const otherHosts = "(other)";

/** A view that another site's page led to. */
export type Referred = { shareId: number; referrer: string };

/** Adds each view to the host that led to it. The links are locked. */
export async function countReferrers(tx: Tx, views: Referred[]): Promise<void> {
	if (views.length === 0) return;
	const shareIds = [...new Set(views.map(({ shareId }) => shareId))];
	const known = await knownHosts(tx, shareIds, views);
	const kept = await hostsKept(tx, shareIds);
	const sums: Sums<string> = new Map();
	for (const { shareId, referrer } of views) {
		const wanted = JSON.stringify([shareId, referrer]);
		const isNew = !known.has(wanted);
		const count = kept.get(shareId) ?? 0;
		const key = isNew && count >= mostHosts ? JSON.stringify([shareId, otherHosts]) : wanted;
		addTo(sums, key);
		if (!known.has(key)) kept.set(shareId, count + 1);
		known.add(key);
	}
	const rows = [...sums].map(([key, by]) => {
		const [shareId, host]: [number, string] = JSON.parse(key);
		return Prisma.sql`(${shareId}, ${host}, ${by})`;
	});
	await tx.$executeRaw`INSERT INTO "ReferrerStat" ("shareId", "host", "views") VALUES ${Prisma.join(rows)}
		ON CONFLICT ("shareId", "host") DO UPDATE SET "views" = "ReferrerStat"."views" + excluded."views"`;
}

async function knownHosts(tx: Tx, shareIds: number[], views: Referred[]): Promise<Set<string>> {
	const hosts = [...new Set(views.map(({ referrer }) => referrer)), otherHosts];
	const rows = await tx.referrerStat.findMany({ where: { shareId: { in: shareIds }, host: { in: hosts } } });
	return new Set(rows.map(({ shareId, host }) => JSON.stringify([shareId, host])));
}

async function hostsKept(tx: Tx, shareIds: number[]): Promise<Map<number, number>> {
	const rows = await tx.referrerStat.groupBy({ by: ["shareId"], where: { shareId: { in: shareIds } }, _count: true });
	return new Map(rows.map(({ shareId, _count }) => [shareId, _count]));
}
