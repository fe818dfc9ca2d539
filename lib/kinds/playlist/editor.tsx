"use client";

import { useState } from "react";
import { AddSongsButton } from "@/components/library/add-songs-button";
import { EditorHead } from "@/components/library/editor-head";
import type { Playlist, Song } from "@/components/library/model";
import { playlistLimits } from "@/components/library/playlist-limits";
import { SongOrder } from "@/components/library/song-order";
import { useAutosave } from "@/components/library/use-autosave";
import { counted } from "@/components/ui/count-text";
import { Field, TextField } from "@/components/ui/field";

type Changes = { name: string; description: string; songs: string[] };

/** Edits a playlist: its name, its description, its songs and their order. Saves by itself. */
export function PlaylistEditor({ playlist, library }: { playlist: Playlist; library: readonly Song[] }) {
	const saving = useAutosave<Changes>(`/api/playlists/${playlist.id}`);
	const [name, setName] = useState(playlist.name);
	const [description, setDescription] = useState(playlist.description);
	const [songs, setSongs] = useState<readonly Song[]>(playlist.songs);
	const target = { kind: "playlist" as const, id: playlist.id, title: name.trim() || playlist.name, thumbnail: playlist.thumbnail };
	const others = library.filter(({ id }) => !songs.some((song) => song.id === id));

	function arrange(next: Song[]) {
		setSongs(next);
		saving.save({ songs: next.map(({ id }) => id) }, { now: true });
	}

	return (
		<main id="content" data-kind="playlist" className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<EditorHead target={target} heading="Playlist" saving={saving}>
				<Field
					label="Name"
					dir="auto"
					autoComplete="off"
					maxLength={playlistLimits.name}
					value={name}
					error={name.trim() ? saving.fields.name : "A playlist needs a name."}
					className="font-display text-xl! font-[650]!"
					onChange={({ target: { value } }) => {
						setName(value);
						if (value.trim()) saving.save({ name: value });
					}}
				/>
				<TextField
					label="Description"
					dir="auto"
					maxLength={playlistLimits.description}
					value={description}
					error={saving.fields.description}
					onChange={({ target: { value } }) => {
						setDescription(value);
						saving.save({ description: value });
					}}
				/>
			</EditorHead>
			<section aria-label="Songs" className="mt-9">
				<div className="mb-2 flex items-center justify-between gap-3">
					<h2 className="text-xl">{counted(songs.length, "song")}</h2>
					<AddSongsButton songs={others} onAdd={(added) => arrange([...songs, ...added])} />
				</div>
				{songs.length > 0 ? (
					<SongOrder songs={songs} onChange={arrange} />
				) : (
					<p className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-ink-3">
						This playlist is empty. Add the first song from your library.
					</p>
				)}
			</section>
		</main>
	);
}
