import { counted, inWords } from "@/components/ui/count-text";
import { kindLook } from "./kind-look";
import type { Access, ListenKind } from "./model";

/** When something is: with the hour while it is near, by its weekday within a week, else by its date. */
function whenWords(at: Date, now: Date, timeZone: string | undefined): string {
	// Swedish dates are ISO's: what is parsed is the calendar's day in that zone.
	const dayOf = (date: Date) => Date.parse(date.toLocaleDateString("sv-SE", { timeZone })) / 86_400_000;
	const days = dayOf(at) - dayOf(now);
	const hour = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
	if (days === 0) return `today at ${hour}`;
	if (days === 1) return `tomorrow at ${hour}`;
	if (days > 1 && days < 7) return at.toLocaleDateString("en-GB", { weekday: "long", timeZone });
	const yearOf = (date: Date) => date.toLocaleDateString("en-GB", { year: "numeric", timeZone });
	const year = yearOf(at) === yearOf(now) ? {} : { year: "numeric" as const };
	return at.toLocaleDateString("en-GB", { day: "numeric", month: "long", ...year, timeZone });
}

type Told = Pick<Access, "policy" | "openings"> & { kind?: ListenKind; now: Date; timeZone?: string | undefined };

/**
 * Who can open a link, in one sentence without its full stop: "Anyone with the password, until Friday, 20 openings". Days are those
 * of `timeZone`, or of the browser.
 */
export function policyText({ policy, openings, kind, now, timeZone }: Told): string {
	const { allowEmails, hasPassword, maxViews, playLimit } = policy;
	const startsAt = policy.startsAt === null ? null : new Date(policy.startsAt);
	const expiresAt = policy.expiresAt === null ? null : new Date(policy.expiresAt);
	const when = (at: Date) => whenWords(at, now, timeZone);

	if (!policy.isActive) return "This link is turned off: it opens for nobody";
	if (expiresAt && expiresAt <= now) {
		const day = when(expiresAt);
		return `This link expired ${day.startsWith("today") ? day : `on ${day}`}: it opens for nobody`;
	}
	if (maxViews !== null && openings >= maxViews) {
		return `${maxViews === 1 ? "Its one opening is" : `All ${maxViews.toLocaleString("en")} openings are`} used: this link opens for nobody new`;
	}

	const listed = allowEmails.length > 0;
	const who = listed
		? `Only ${counted(allowEmails.length, "person", "people")} you chose${hasPassword ? ", with the password" : ""}`
		: `Anyone with the ${hasPassword ? "password" : "link"}`;
	const from = startsAt && startsAt > now ? `from ${when(startsAt)}` : "";
	const until = expiresAt ? `until ${when(expiresAt)}` : "";
	const left = maxViews === null ? "" : openings === 0 ? counted(maxViews, "opening") : `${openingsLeft(maxViews - openings, maxViews)}`;
	// Whoever signs in hears everything, and a song alone is never more than one.
	const plays =
		playLimit === null || listed || (kind && !kindLook[kind].limitsPlays)
			? ""
			: `${playLimit === 1 ? "one song" : `${inWords(playLimit)} songs`} without an account`;
	const more = [policy.allowDownload ? "downloads allowed" : "", policy.allowIndexing ? "search engines may find it" : ""];
	return [who, [from, until].filter(Boolean).join(" "), left, plays, ...more].filter(Boolean).join(", ");
}

const openingsLeft = (left: number, of: number) => `${left.toLocaleString("en")} of ${counted(of, "opening")} left`;
