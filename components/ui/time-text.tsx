"use client";

import { useBrowserValue } from "./use-browser-value";

const steps = [
	["year", 31_536_000],
	["month", 2_592_000],
	["week", 604_800],
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
] as const;

const utcDay = (at: string) =>
	new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "2 minutes ago", to the minute: what is younger is "just now". */
export function relativeTime(at: string, now: number): string {
	const seconds = (now - new Date(at).getTime()) / 1000;
	const step = steps.find(([, length]) => seconds >= length);
	if (!step) return "just now";
	return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-Math.floor(seconds / step[1]), step[0]);
}

/** How long ago something was. */
export function TimeAgo({ at }: { at: string }) {
	const text = useBrowserValue(() => relativeTime(at, Date.now()), utcDay(at));
	return <time dateTime={at}>{text}</time>;
}

/** A moment in the reader's own zone: "Friday 4 December 2026 at 18:00". */
export function LocalTime({ at }: { at: string }) {
	const text = useBrowserValue(() => new Date(at).toLocaleString("en-GB", { dateStyle: "full", timeStyle: "short" }), utcDay(at));
	return <time dateTime={at}>{text}</time>;
}

/** A day in the reader's own zone: "4 December 2026". */
export function LocalDay({ at }: { at: string }) {
	const text = useBrowserValue(() => new Date(at).toLocaleDateString("en-GB", { dateStyle: "long" }), utcDay(at));
	return <time dateTime={at}>{text}</time>;
}
