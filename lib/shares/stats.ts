import type { Owner } from "@/lib/authority";
import type { ShareStats, World } from "@/lib/ports";
import type { OwnLink } from "./own-link";

/** `host` is empty for views that no other page led to. */
export type DailyStats = ShareStats;

const dayLength = 24 * 60 * 60 * 1000;

/** The `days` days up to now (UTC), oldest first. */
function lastDays(now: Date, days: number): string[] {
	return Array.from({ length: days }, (_, back) => new Date(now.getTime() - (days - 1 - back) * dayLength).toISOString().slice(0, 10));
}

/** Views by day, oldest first, of each link; views and plays of the last week and all sign-ups, of all links together. */
export type Trends = { viewsOf(shareId: number): number[]; week: { views: number; plays: number }; signups: number };

/** How the owner's links did in the last `days` days. */
export async function linkTrends({ shares, clock }: World, owner: Owner, days: number): Promise<Trends> {
	const dates = lastDays(clock.now(), days);
	const { days: rows, signups } = await shares.ownerStats(owner.id, dates[0] ?? "");
	const views = new Map(rows.map((row) => [`${row.shareId} ${row.day}`, row.views]));
	const weekStart = dates.at(-7) ?? "";
	const week = rows.filter(({ day }) => day >= weekStart);
	const sum = (of: "views" | "plays") => week.reduce((total, row) => total + row[of], 0);
	return {
		viewsOf: (shareId) => dates.map((day) => views.get(`${shareId} ${day}`) ?? 0),
		week: { views: sum("views"), plays: sum("plays") },
		signups,
	};
}

/** What happened on a link of the owner in the last `days` days (UTC, today included), day by day; referrers and sign-ups of all time. */
export async function linkStats({ shares, clock }: World, { share }: OwnLink, days: number): Promise<DailyStats> {
	const dates = lastDays(clock.now(), days);
	const kept = await shares.stats(share.id, dates[0] ?? "");
	const byDay = new Map(kept.days.map((day) => [day.day, day]));
	// What is counted while this is read may be in one number and not in the other yet.
	const direct = share.viewCount - kept.referrers.reduce((sum, { views }) => sum + views, 0);
	const referrers = [...kept.referrers, ...(direct > 0 ? [{ host: "", views: direct }] : [])];
	return {
		days: dates.map((day) => byDay.get(day) ?? { day, views: 0, plays: 0 }),
		referrers: referrers.sort((a, b) => b.views - a.views),
		signups: kept.signups,
	};
}
