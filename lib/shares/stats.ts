import type { ShareStats, World } from "@/lib/ports";
import type { OwnLink } from "./own-link";

/** `host` is empty for views that no other page led to. */
export type DailyStats = ShareStats;

const dayLength = 24 * 60 * 60 * 1000;

/** What happened on a link of the owner in the last `days` days (UTC, today included), day by day; referrers and sign-ups of all time. */
export async function linkStats({ shares, clock }: World, { share }: OwnLink, days: number): Promise<DailyStats> {
	const today = clock.now().getTime();
	const dates = Array.from({ length: days }, (_, back) => new Date(today - (days - 1 - back) * dayLength).toISOString().slice(0, 10));
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
