"use client";

import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchField } from "@/components/ui/search-field";
import type { MyShare } from "./model";
import { stateWords } from "./share-state";
import { ShareStats } from "./share-stats";
import { ShareTable } from "./share-table";
import { TurnOffLink } from "./turn-off-link";

/** Every link of the owner, with its state and its counts. */
export function MyShares({ shares }: { shares: MyShare[] }) {
	const [query, setQuery] = useState("");
	const [state, setState] = useState<MyShare["state"] | "all">("all");
	const [ending, setEnding] = useState<MyShare | null>(null);
	const [asking, setAsking] = useState(false);
	const [gone, setGone] = useState<ReadonlySet<string>>(new Set());

	const there = shares.filter(({ shareId }) => !gone.has(shareId));
	const states = (Object.keys(stateWords) as MyShare["state"][]).filter((each) => there.some((share) => share.state === each));
	const filters = [{ value: "all" as const, label: "All" }, ...states.map((value) => ({ value, label: stateWords[value] }))];
	const shown = there.filter(
		(share) =>
			(state === "all" || !states.includes(state) || share.state === state) &&
			share.title.toLowerCase().includes(query.trim().toLowerCase()),
	);

	return (
		<main id="content" className="mx-auto max-w-[70rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<h1 className="mb-5 text-[1.75rem] sm:text-[2rem]">My shares</h1>
			{there.length === 0 ? (
				<EmptyState
					seeds={["Platform nine", "Late train home", "Quiet coach"]}
					title="No links yet"
					action={
						<a href="/dashboard" className={buttonClass({ tone: "primary" })}>
							Go to your library
						</a>
					}
				>
					Open a song or a playlist and press Share. Its link will stand here, with how often it was opened and played.
				</EmptyState>
			) : (
				<>
					<ShareStats shares={there} />
					<div className="mt-[1.375rem] mb-3.5 flex flex-wrap items-center gap-2.5">
						<SearchField label="Search links" value={query} onChange={setQuery} className="w-full sm:max-w-[21rem] sm:flex-1" />
						{states.length > 1 && <FilterChips label="Show" value={state} options={filters} onChange={setState} />}
					</div>
					{shown.length > 0 ? (
						<ShareTable
							shares={shown}
							onTurnOff={(share) => {
								setEnding(share);
								setAsking(true);
							}}
						/>
					) : (
						<p className="py-16 text-center text-ink-3">No link by that name.</p>
					)}
				</>
			)}
			{ending && (
				<TurnOffLink
					shareId={ending.shareId}
					title={ending.title}
					open={asking}
					onOpenChange={setAsking}
					onDone={(worked) => setGone((now) => new Set(worked ? [...now, ending.shareId] : [...now].filter((id) => id !== ending.shareId)))}
				/>
			)}
		</main>
	);
}
