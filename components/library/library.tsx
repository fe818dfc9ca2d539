"use client";

import { useState } from "react";
import type { ListenKind } from "@/components/share/model";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchField } from "@/components/ui/search-field";
import { DropZone } from "@/components/upload/drop-zone";
import { UploadButton } from "@/components/upload/upload-button";
import { UploadList } from "@/components/upload/upload-list";
import { useUploads } from "@/components/upload/uploads";
import { DeleteItem } from "./delete-item";
import { ItemCard } from "./item-card";
import { type LibraryItem, libraryItems, matches } from "./library-item";
import type { Playlist, Song } from "./model";
import { NewPlaylistButton } from "./new-playlist-button";

const filters = [
	{ value: "all", label: "All" },
	{ value: "playlist", label: "Playlists" },
	{ value: "song", label: "Songs" },
] as const;

/** Everything the owner has, as covers. */
export function Library({ songs, playlists }: { songs: Song[]; playlists: Playlist[] }) {
	const { list } = useUploads();
	const [kind, setKind] = useState<ListenKind | "all">("all");
	const [query, setQuery] = useState("");
	const [deleting, setDeleting] = useState<LibraryItem | null>(null);
	const [asking, setAsking] = useState(false);
	// Gone from sight before the server has answered.
	const [gone, setGone] = useState<ReadonlySet<string>>(new Set());

	const items = libraryItems(songs, playlists).filter(({ id }) => !gone.has(id));
	const shown = items.filter((item) => (kind === "all" || item.kind === kind) && matches(item, query));

	// Nothing yet, and nothing on its way: the first step stands in the middle of the page.
	const bare = items.length === 0 && list.length === 0;

	return (
		<>
			<DropZone />
			<main id="content" className="mx-auto max-w-[70rem] px-4 pt-2 sm:px-6 sm:pt-7 lg:px-9">
				<div className="mb-5 flex flex-wrap items-center justify-between gap-3">
					<h1 className="text-[1.75rem] sm:text-[2rem]">Library</h1>
					<div className="flex flex-wrap gap-2">
						<NewPlaylistButton songs={songs} />
						{!bare && <UploadButton />}
					</div>
				</div>
				<UploadList />
				{items.length > 0 ? (
					<>
						<div className="mb-5 flex flex-wrap items-center gap-2.5">
							<SearchField label="Search your library" value={query} onChange={setQuery} className="w-full sm:max-w-[21rem] sm:flex-1" />
							<FilterChips label="Show" value={kind} options={filters} onChange={setKind} />
						</div>
						<p role="status" className="sr-only">
							{query && `${shown.length} found`}
						</p>
						{shown.length > 0 ? (
							<ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:gap-x-5">
								{shown.map((item) => (
									<ItemCard
										key={`${item.kind}-${item.id}`}
										item={item}
										onDelete={(each) => {
											setDeleting(each);
											setAsking(true);
										}}
									/>
								))}
							</ul>
						) : (
							<p className="py-16 text-center text-ink-3">{query ? "Nothing here by that name." : "Nothing of this kind yet."}</p>
						)}
					</>
				) : (
					bare && (
						<EmptyState
							seeds={["Window seat", "Northbound", "Last stop"]}
							title="Bring in your first songs"
							action={<UploadButton size="l" />}
						>
							Upload a few songs, put them into a playlist, and hand it to somebody by a link. You can drop files anywhere on this page.
						</EmptyState>
					)
				)}
			</main>
			{deleting && (
				<DeleteItem
					item={deleting}
					open={asking}
					onOpenChange={setAsking}
					onDone={(worked) => setGone((now) => new Set(worked ? [...now, deleting.id] : [...now].filter((id) => id !== deleting.id)))}
				/>
			)}
		</>
	);
}
