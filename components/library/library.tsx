"use client";

import { useEffect, useMemo, useState } from "react";
import { kindLook } from "@/components/share/kind-look";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchField } from "@/components/ui/search-field";
import { SortMenu } from "@/components/ui/sort-menu";
import { useGrowing } from "@/components/ui/use-growing";
import { anyText, oneOf, useUrlText } from "@/components/ui/use-url-text";
import { DropZone } from "@/components/upload/drop-zone";
import { UploadButton } from "@/components/upload/upload-button";
import { isRunning, useUploads } from "@/components/upload/uploads-context";
import { containsWords } from "@/lib/text";
import { ComingCards } from "./coming-cards";
import { ItemCard } from "./item-card";
import { type LibraryItem, libraryItems, sorted, sortNames } from "./library-item";
import type { LibraryContent } from "./model";
import { NewMenu } from "./new-menu";
import { SampleButton } from "./sample-button";
import { useDeleteItem } from "./use-delete-item";

const kinds = Object.keys(kindLook) as (keyof typeof kindLook)[];
const filters = ["all" as const, ...kinds].map((value) => ({ value, label: value === "all" ? "All" : kindLook[value].plural }));

const sorts = [
	{ value: "newest", label: "Newest" },
	{ value: "title", label: "Title" },
] as const;

const isKind = oneOf(filters.map(({ value }) => value));
const isSort = oneOf(sortNames);

/** Everything the owner has, as covers. */
export function Library({ songs, playlists, others, links }: LibraryContent) {
	const { list, arriving, landed } = useUploads();
	const [kind, setKind] = useUrlText("kind", "all", isKind);
	const [sort, setSort] = useUrlText("sort", "newest", isSort);
	const [query, setQuery] = useUrlText("q", "", anyText);
	// Gone from sight before the server has answered.
	const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
	const remove = useDeleteItem();

	const all = useMemo(() => libraryItems({ songs, playlists, others, links }), [songs, playlists, others, links]);
	const items = useMemo(() => sorted(all, sort).filter(({ id }) => !gone.has(id)), [all, sort, gone]);
	const shown = useMemo(
		() => items.filter((item) => (kind === "all" || item.kind === kind) && containsWords(`${item.title} ${item.note}`, query)),
		[items, kind, query],
	);
	// Kinds that there is nothing of stay out of the way.
	const there = filters.filter(({ value }) => value === "all" || value === kind || all.some((item) => item.kind === value));
	const { count, end, more } = useGrowing(shown.length);

	function removeItem(item: LibraryItem) {
		void remove(item, (isGone) => setGone((now) => new Set(isGone ? [...now, item.id] : [...now].filter((id) => id !== item.id))));
	}

	const known = useMemo(() => new Set(songs.map(({ id }) => id)), [songs]);
	useEffect(() => landed(known), [landed, known]);
	const coming = list.filter(isRunning).length + arriving.filter((id) => !known.has(id)).length;
	// Where the newest comes first, what is on its way has its place already: nothing moves when it arrives.
	const places = sort === "newest" && (kind === "all" || kind === "song") && !query ? coming : 0;
	// Nothing yet, and nothing on its way: the first step stands in the middle of the page.
	const bare = items.length === 0 && coming === 0;

	return (
		<>
			<DropZone />
			<main id="content" className="mx-auto max-w-[70rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
				<div className="mb-5 flex flex-wrap items-center justify-between gap-3">
					<h1 className="text-[1.75rem] sm:text-[2rem]">Library</h1>
					<NewMenu songs={songs} />
				</div>
				{!bare && (
					<>
						<div className="mb-5 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2.5">
							<SearchField label="Search your library" value={query} onChange={setQuery} className="w-full sm:max-w-[26rem]" />
							<SortMenu value={sort} options={sorts} onChange={setSort} />
							<FilterChips
								label="Show"
								value={kind}
								options={there}
								onChange={setKind}
								// On a phone one row that is pushed aside, to the edge of the screen: what is looked for stays above the fold.
								className="col-span-2 [scrollbar-width:none] max-sm:-mx-4 max-sm:flex-nowrap! max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1"
							/>
						</div>
						<p role="status" className="sr-only">
							{query && `${shown.length} found`}
						</p>
						{shown.length + places > 0 ? (
							<ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:gap-x-5">
								<ComingCards count={places} />
								{shown.slice(0, count).map((item) => (
									<ItemCard key={`${item.kind}-${item.id}`} item={item} onDelete={removeItem} />
								))}
							</ul>
						) : (
							<p className="py-16 text-center text-ink-3">{query ? "Nothing here by that name." : "Nothing of this kind yet."}</p>
						)}
						{more && <div ref={end} />}
					</>
				)}
				{bare && (
					<EmptyState
						seeds={["Window seat", "Northbound", "Last stop"]}
						title="Make or bring in the first thing"
						action={
							<div className="flex flex-wrap justify-center gap-2.5">
								<UploadButton size="l" />
								<SampleButton />
							</div>
						}
					>
						Songs, pictures, a list, a note, a board: press New, or drop songs or a whole folder anywhere on this page. Then hand it to
						somebody by a link.
					</EmptyState>
				)}
			</main>
		</>
	);
}
