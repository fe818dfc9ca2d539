"use client";

import { useEffect, useState } from "react";
import { api } from "@/components/api";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-text";
import { activityText } from "./activity-text";
import type { Happening } from "./model";

/** What was done to a link and what happened at its door, newest first. `version` is the link's: another one has more to tell. */
export function LinkActivity({ id, version }: { id: string; version: number }) {
	const [told, setTold] = useState<Happening[] | null>(null);
	const [problem, setProblem] = useState("");

	// biome-ignore lint/correctness/useExhaustiveDependencies: a change of the link is what there is to tell
	useEffect(() => {
		let wanted = true;
		void api<{ activity: Happening[] }>("GET", `/api/shares/${id}/activity?limit=50`).then((answer) => {
			if (!wanted) return;
			if (answer.ok) setTold(answer.data.activity);
			setProblem(answer.ok ? "" : answer.message);
		});
		return () => {
			wanted = false;
		};
	}, [id, version]);

	return (
		<section aria-labelledby="activity" className="min-w-0 rounded-lg border border-line bg-surface px-3.5 py-4 sm:px-[1.125rem]">
			<h2 id="activity" className="text-xl">
				Activity
			</h2>
			{problem && <p className="mt-2 text-sm text-bad">{problem}</p>}
			{!told && !problem && <Skeleton className="mt-3 h-24 w-full" />}
			{told?.length === 0 && <p className="mt-2 text-sm text-ink-3">Nothing has happened yet.</p>}
			{told && told.length > 0 && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
				<ul aria-labelledby="activity" tabIndex={0} className="mt-3 grid max-h-80 gap-2.5 overflow-y-auto text-sm">
					{told.map(({ at, what, detail, count }) => (
						<li key={`${at} ${what} ${detail}`} className="flex flex-wrap justify-between gap-x-3 gap-y-0.5">
							<span className="min-w-0 text-ink-2 wrap-anywhere">{activityText({ what, detail, count })}</span>
							<span className="text-[0.8125rem] text-ink-3">
								<TimeAgo at={at} />
							</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
