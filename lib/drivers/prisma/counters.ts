import type { Counters } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, type Tx, uniqueViolation } from "./client";
import { firstAnswer, keepAnswer } from "./idempotency";
import { countReferrers } from "./referrers";
import { addTo, countDays, raiseItems, raiseShares, type Sums } from "./tally";
import { type Engine, inGroups } from "./transact";

type View = Parameters<Counters["view"]>[0];
type Play = { shareId: number; songId: number; collectionId: number | null; at: Date };

/** Counts in the database: totals on the link and the items, and one row a link and day. Views are written in groups. */
export function prismaCounters(db: Db, engine: Engine): Counters {
	const view = inGroups<View, boolean>(db, (tx, views) => countViews(tx, engine, views));
	const playOnce = ({ once, ...play }: Parameters<Counters["play"]>[0]) =>
		db.$transaction(async (tx) => {
			const earlier = await firstAnswer(tx, once, play.at);
			if (earlier) return earlier !== "mismatch";
			if ((await countPlays(tx, engine, [play])).size === 0) throw new Refused("share_not_found");
			await keepAnswer(tx, once, { outcome: "granted" });
			return true;
		});
	return {
		async view(one) {
			if (!(await view(one))) throw new Refused("share_not_found");
		},
		async play(play) {
			try {
				return await playOnce(play);
			} catch (error) {
				if (!play.once || !uniqueViolation(error)) throw error;
				return playOnce(play);
			}
		},
	};
}

/** Which of the views were counted: those of links that are there. */
async function countViews(tx: Tx, engine: Engine, views: View[]): Promise<boolean[]> {
	const sums: Sums<number> = new Map();
	for (const { shareId } of views) addTo(sums, shareId);
	const there = await raiseShares(tx, engine, "viewCount", sums, latest(views));
	const counted = views.filter(({ shareId }) => there.has(shareId));
	await countDays(tx, "views", counted);
	await countReferrers(
		tx,
		counted.flatMap(({ shareId, referrer }) => (referrer === null ? [] : [{ shareId, referrer }])),
	);
	return views.map(({ shareId }) => there.has(shareId));
}

/** Adds plays to links, songs and playlists, and to the links' days; answers which links there are. Others count nothing. */
export async function countPlays(tx: Tx, engine: Engine, plays: Play[]): Promise<Set<number>> {
	if (plays.length === 0) return new Set();
	const shares: Sums<number> = new Map();
	for (const { shareId } of plays) addTo(shares, shareId);
	const there = await raiseShares(tx, engine, "playCount", shares, latest(plays));
	const counted = plays.filter(({ shareId }) => there.has(shareId));
	const items: Sums<number> = new Map();
	for (const { songId, collectionId } of counted) {
		addTo(items, songId);
		if (collectionId !== null) addTo(items, collectionId);
	}
	await raiseItems(tx, engine, items);
	await countDays(tx, "plays", counted);
	return there;
}

const latest = (all: { at: Date }[]) => new Date(Math.max(...all.map(({ at }) => at.getTime())));
