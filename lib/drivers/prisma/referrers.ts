import { Prisma } from "./generated/client";
import type { Statements } from "./statements";
import { addTo, type Sums } from "./tally";

/** Hosts kept a link. Whoever asks says where they come from, and could make up a new one each time. */
const mostHosts = 200;
/** What further hosts are counted as. No host is called so. */
const otherHosts = "(other)";

/** A view that another site's page led to. */
export type Referred = { shareId: number; referrer: string };

/**
 * Adds views to the hosts that led to them. It remembers which hosts have their row, so that usual ones need not be looked for; such a
 * row goes with its link alone.
 */
export function referrerCounts(): (tx: Statements, views: Referred[]) => Promise<void> {
	const usual = new Set<string>();
	return async (tx, views) => {
		if (views.length === 0) return;
		const sums: Sums<string> = new Map();
		for (const { shareId, referrer } of views) addTo(sums, placeOf(shareId, referrer));
		if ([...sums.keys()].every((place) => usual.has(place))) return add(tx, sums);
		const { shareIds, hosts } = within(sums);
		const known = await knownPlaces(tx, shareIds, hosts);
		if (usual.size > mostUsual) usual.clear();
		for (const place of known) usual.add(place);
		await add(tx, bounded(sums, known, await hostsKept(tx, shareIds)));
	};
}

/** Places remembered; each some hundred bytes. */
const mostUsual = 50_000;

/** A link and a host that led to it. No host has a space. */
const placeOf = (shareId: number, host: string) => `${shareId} ${host}`;
function parts(place: string): { shareId: number; host: string } {
	const [shareId, host = ""] = place.split(" ");
	return { shareId: Number(shareId), host };
}

function within(sums: Sums<string>): { shareIds: number[]; hosts: string[] } {
	const places = [...sums.keys()].map(parts);
	return { shareIds: [...new Set(places.map(({ shareId }) => shareId))], hosts: [...new Set(places.map(({ host }) => host))] };
}

/** The same sums; hosts for which their link has no room are one. */
function bounded(sums: Sums<string>, known: Set<string>, kept: Map<number, number>): Sums<string> {
	const there = new Set(known);
	const result: Sums<string> = new Map();
	for (const [wanted, by] of sums) {
		const { shareId } = parts(wanted);
		const count = kept.get(shareId) ?? 0;
		const place = !there.has(wanted) && count >= mostHosts ? placeOf(shareId, otherHosts) : wanted;
		addTo(result, place, by);
		if (!there.has(place)) kept.set(shareId, count + 1);
		there.add(place);
	}
	return result;
}

async function add(tx: Statements, sums: Sums<string>): Promise<void> {
	const rows = [...sums].map(([place, by]) => {
		const { shareId, host } = parts(place);
		return Prisma.sql`(${shareId}, ${host}, ${by})`;
	});
	await tx.run(Prisma.sql`INSERT INTO "ReferrerStat" ("shareId", "host", "views") VALUES ${Prisma.join(rows)}
		ON CONFLICT ("shareId", "host") DO UPDATE SET "views" = "ReferrerStat"."views" + excluded."views"`);
}

async function knownPlaces(tx: Statements, shareIds: number[], hosts: string[]): Promise<Set<string>> {
	const rows = await tx.all<{ shareId: number; host: string }>(Prisma.sql`SELECT "shareId", "host" FROM "ReferrerStat"
		WHERE "shareId" IN (${Prisma.join(shareIds)}) AND "host" IN (${Prisma.join([...hosts, otherHosts])})`);
	return new Set(rows.map(({ shareId, host }) => placeOf(shareId, host)));
}

async function hostsKept(tx: Statements, shareIds: number[]): Promise<Map<number, number>> {
	const rows = await tx.all<{
		shareId: number;
		hosts: number | bigint;
	}>(Prisma.sql`SELECT "shareId", COUNT(*) AS "hosts" FROM "ReferrerStat"
		WHERE "shareId" IN (${Prisma.join(shareIds)}) GROUP BY "shareId"`);
	return new Map(rows.map(({ shareId, hosts }) => [shareId, Number(hosts)]));
}
