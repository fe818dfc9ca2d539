"use client";

import { ListChecks } from "lucide-react";
import { useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchField } from "@/components/ui/search-field";
import { SortMenu } from "@/components/ui/sort-menu";
import { anyText, oneOf, useUrlText } from "@/components/ui/use-url-text";
import { EndLink } from "./end-link";
import type { LinkState, ListedShare, MyShare, Totals } from "./model";
import { SelectionBar } from "./selection-bar";
import { stateWords } from "./share-state";
import { ShareStats } from "./share-stats";
import { ShareTable } from "./share-table";
import { shareSorts, shownLinks } from "./shown-links";
import { useMyLinks } from "./use-my-links";

const states = ["live", "scheduled", "expired", "used_up", "paused"] as const satisfies LinkState[];
const isState = oneOf(["all", ...states] as const);
const isSort = oneOf(shareSorts.map(({ value }) => value));

/** Every link of the owner, with its state and its counts. */
export function MyShares({ shares, totals }: { shares: ListedShare[]; totals: Totals }) {
	const { links, turn, end } = useMyLinks(shares);
	const [query, setQuery] = useUrlText("q", "", anyText);
	const [state, setState] = useUrlText("state", "all", isState);
	const [sort, setSort] = useUrlText("sort", "newest", isSort);
	const [ending, setEnding] = useState<MyShare | null>(null);
	const [asking, setAsking] = useState(false);
	// Null: nothing is being selected.
	const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);

	const there = states.filter((each) => each === state || links.some((link) => link.state === each));
	const filters = [{ value: "all" as const, label: "All" }, ...there.map((value) => ({ value, label: stateWords[value] }))];
	const shown = shownLinks(links, { state, query, sort });
	const selectButton = useRef<HTMLButtonElement>(null);
	// What is filtered away is not acted on either.
	const chosen = shown.filter(({ id }) => selected?.has(id));

	// The bar goes with what was pressed in it: the focus goes to where it came from.
	function stopSelecting() {
		setSelected(null);
		selectButton.current?.focus();
	}

	function turnChosen(on: boolean) {
		stopSelecting();
		void turn(
			chosen.filter((link) => (link.state === "paused") === on),
			on,
		);
	}

	return (
		<main id="content" className="mx-auto max-w-[70rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<h1 className="mb-5 text-[1.75rem] sm:text-[2rem]">My shares</h1>
			{links.length === 0 ? (
				<EmptyState
					seeds={["Platform nine", "Late train home", "Quiet coach"]}
					title="No links yet"
					action={
						<a href="/dashboard" className={buttonClass({ tone: "primary" })}>
							Go to your library
						</a>
					}
				>
					Open anything in your library and press Share. Its link will stand here, with how often it was opened.
				</EmptyState>
			) : (
				<>
					<ShareStats shares={links} totals={totals} />
					<div className="mt-[1.375rem] mb-3.5 flex flex-wrap items-center gap-2.5">
						<SearchField label="Search links" value={query} onChange={setQuery} className="w-full sm:max-w-[21rem] sm:flex-1" />
						{there.length > 1 && <FilterChips label="Show" value={state} options={filters} onChange={setState} />}
						<div className="ml-auto flex">
							<SortMenu value={sort} options={shareSorts} onChange={setSort} />
							<Button
								ref={selectButton}
								tone="quiet"
								size="s"
								aria-pressed={selected !== null}
								onClick={() => setSelected(selected ? null : new Set())}
								className="aria-pressed:bg-sunken"
							>
								<ListChecks /> Select
							</Button>
						</div>
					</div>
					{selected && (
						<SelectionBar
							count={chosen.length}
							of={shown.length}
							some={{ on: chosen.some((link) => link.state !== "paused"), off: chosen.some((link) => link.state === "paused") }}
							onAll={() => setSelected(new Set(chosen.length === shown.length ? [] : shown.map(({ id }) => id)))}
							onTurn={turnChosen}
							onDone={stopSelecting}
						/>
					)}
					<p role="status" className="sr-only">
						{query && `${shown.length} found`}
					</p>
					{shown.length > 0 ? (
						<ShareTable
							shares={shown}
							selected={selected}
							onSelect={(id, on) =>
								setSelected((now) => new Set(on ? [...(now ?? []), id] : [...(now ?? [])].filter((each) => each !== id)))
							}
							onTurn={(link, on) => void turn([link], on)}
							onEnd={(link) => {
								setEnding(link);
								setAsking(true);
							}}
						/>
					) : (
						<p className="py-16 text-center text-ink-3">{query ? "No link by that name." : "No link in this state."}</p>
					)}
				</>
			)}
			{ending && <EndLink title={ending.title} open={asking} onOpenChange={setAsking} onConfirm={() => void end(ending)} />}
		</main>
	);
}
