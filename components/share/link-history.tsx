"use client";

import { lazy, Suspense } from "react";
import { counted } from "@/components/ui/count-text";
import { FilterChips } from "@/components/ui/filter-chips";
import { Skeleton } from "@/components/ui/skeleton";
import { oneOf, useUrlText } from "@/components/ui/use-url-text";
import { dayText } from "./day-text";
import type { LinkStats } from "./model";

const LinkChart = lazy(async () => ({ default: (await import("./link-chart")).LinkChart }));

const periods = [
	{ value: "7", label: "7 days" },
	{ value: "30", label: "30 days" },
	{ value: "90", label: "90 days" },
] as const;
const isPeriod = oneOf(periods.map(({ value }) => value));

/** Views day by day, and plays of what is played: drawn, said in a sentence, and as a table. */
export function LinkHistory({ days, isHeard }: { days: LinkStats["days"]; isHeard: boolean }) {
	const [period, setPeriod] = useUrlText("days", "30", isPeriod);
	const shown = days.slice(-Number(period));
	const sum = (of: "views" | "plays") => shown.reduce((total, day) => total + day[of], 0);
	const best = shown.reduce((a, b) => (b.views > a.views ? b : a), { date: "", views: 0, plays: 0 });
	const quiet = sum("views") + sum("plays") === 0;
	const plays = isHeard ? ` and ${counted(sum("plays"), "play")}` : "";
	const title = isHeard ? "Views and plays" : "Views";
	const said = `${counted(sum("views"), "view")}${plays} in the last ${period} days${best.views > 0 ? `, most on ${dayText(best.date)}` : ""}.`;
	return (
		<section aria-labelledby="history" className="mt-3.5 rounded-lg border border-line bg-surface px-3.5 py-4 sm:px-[1.125rem]">
			<div className="flex flex-wrap items-center justify-between gap-2.5">
				<h2 id="history" className="text-xl">
					{title}
				</h2>
				<FilterChips label="Period" value={period} options={periods} onChange={setPeriod} />
			</div>
			<p role="status" className="mt-2 text-[0.8125rem] text-ink-3">
				{said}
			</p>
			<div aria-hidden="true" className="relative mt-3 h-60">
				<Suspense fallback={<Skeleton className="size-full" />}>
					<LinkChart days={shown} isHeard={isHeard} />
				</Suspense>
				{quiet && <p className="absolute inset-0 grid place-items-center text-sm text-ink-3">Nothing yet</p>}
			</div>
			<ul aria-hidden="true" className="mt-2 flex gap-5 text-[0.8125rem] text-ink-2">
				<li className="flex items-center gap-2">
					<span className="h-0.5 w-5 rounded-full bg-accent" /> Views
				</li>
				{isHeard && (
					<li className="flex items-center gap-2">
						<span className="w-5 border-t-2 border-dashed border-ink-2" /> Plays
					</li>
				)}
			</ul>
			<details className="mt-3 text-sm">
				<summary className="w-fit cursor-pointer rounded-sm py-1 font-medium text-ink-2 hover:text-ink">As a table</summary>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
				<section aria-label={`${title} by day`} tabIndex={0} className="mt-2 max-h-72 overflow-y-auto">
					<table className="w-full text-left tabular-nums">
						<thead className="text-[0.8125rem] text-ink-3">
							<tr>
								<th className="py-1.5 font-normal">Day</th>
								<th className="py-1.5 text-right font-normal">Views</th>
								{isHeard && <th className="py-1.5 pr-2 text-right font-normal">Plays</th>}
							</tr>
						</thead>
						<tbody>
							{shown.toReversed().map(({ date, views, plays }) => (
								<tr key={date} className="border-t border-line">
									<th className="py-1.5 font-normal">{dayText(date)}</th>
									<td className="py-1.5 text-right">{views.toLocaleString("en")}</td>
									{isHeard && <td className="py-1.5 pr-2 text-right">{plays.toLocaleString("en")}</td>}
								</tr>
							))}
						</tbody>
					</table>
				</section>
			</details>
		</section>
	);
}
