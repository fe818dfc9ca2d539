import type { Counters } from "@/lib/ports";
import { unlessGone } from "./client";
import { firstAnswers } from "./idempotency";
import { inGroups } from "./in-groups";
import { referrerCounts } from "./referrers";
import type { Statements, Together } from "./statements";
import { addTo, countDays, raiseItems, raiseShares, type Sums } from "./tally";
import type { Engine } from "./transact";
import { againAfterTwin } from "./twin";

type View = Parameters<Counters["view"]>[0];
type SignedInPlay = Parameters<Counters["play"]>[0];
type Play = { shareId: number; songId: number; collectionId: number | null; at: Date };

/** Counts in the database, written in groups: totals on the link and the items, and one row a link and day. */
export function prismaCounters(engine: Engine, together: Together): Counters {
	const countReferrers = referrerCounts();
	const view = inGroups<View, undefined>(together, async (tx, views) => {
		await countViews(tx, engine, views);
		const referred = views.flatMap(({ shareId, referrer }) => (referrer ? [{ shareId, referrer }] : []));
		await countReferrers(tx, referred);
		return views.map(() => undefined);
	});
	const play = inGroups<SignedInPlay, boolean>(together, (tx, plays) => playAll(tx, engine, plays));
	return {
		view: (one) => unlessGone("share_not_found", () => view(one)),
		play: (one) => unlessGone("share_not_found", () => againAfterTwin(() => play(one))),
	};
}

async function countViews(tx: Statements, engine: Engine, views: View[]): Promise<void> {
	const sums: Sums<number> = new Map();
	for (const { shareId } of views) addTo(sums, shareId);
	await raiseShares(tx, engine, "viewCount", sums, latest(views));
	await countDays(tx, "views", views);
}

/** Counts plays outside of visits; false for those whose key came with another body before. */
async function playAll(tx: Statements, engine: Engine, plays: SignedInPlay[]): Promise<boolean[]> {
	const answers = await firstAnswers(tx, engine, plays);
	const counted: Play[] = [];
	const done = plays.map(({ once, ...play }) => {
		const earlier = answers.find(once, play.at);
		if (earlier) return earlier !== "mismatch";
		counted.push(play);
		answers.keep(once, { outcome: "granted" });
		return true;
	});
	await countPlays(tx, engine, counted);
	await answers.write();
	return done;
}

/** Adds plays to links, songs and playlists, and to the links' days. Throws `Gone` when a link is not there. */
export async function countPlays(tx: Statements, engine: Engine, plays: Play[]): Promise<void> {
	if (plays.length === 0) return;
	const shares: Sums<number> = new Map();
	const items: Sums<number> = new Map();
	for (const { shareId, songId, collectionId } of plays) {
		addTo(shares, shareId);
		addTo(items, songId);
		if (collectionId !== null) addTo(items, collectionId);
	}
	await raiseShares(tx, engine, "playCount", shares, latest(plays));
	await raiseItems(tx, engine, items);
	await countDays(tx, "plays", plays);
}

const latest = (all: { at: Date }[]) => new Date(Math.max(...all.map(({ at }) => at.getTime())));
