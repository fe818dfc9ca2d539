"use client";

import { useState } from "react";
import { AddSongsButton } from "@/components/library/add-songs-button";
import { EditorHead } from "@/components/library/editor-head";
import { ExportMenu } from "@/components/library/export-menu";
import type { Edited, Playlist, Song } from "@/components/library/model";
import { playlistLimits } from "@/components/library/playlist-limits";
import { SongOrder } from "@/components/library/song-order";
import { TitleField } from "@/components/library/title-field";
import { useArrangement } from "@/components/library/use-arrangement";
import { useAutosave } from "@/components/library/use-autosave";
import { useGoneSongs } from "@/components/library/use-gone-songs";
import { counted } from "@/components/ui/count-text";
import { TextField } from "@/components/ui/field";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";

const formats = [
	{ format: "m3u8", name: "M3U8" },
	{ format: "xspf", name: "XSPF" },
	{ format: "jspf", name: "JSPF" },
];

type Values = { name: string; description: string; songs: string[] };

type PlaylistEditorProps = { playlist: Edited<Playlist>; library: readonly Song[]; links: number };

/** Edits a playlist: its name, its description, its cover, its songs and their order. Saves by itself. */
export function PlaylistEditor({ playlist, library, links }: PlaylistEditorProps) {
	const [name, setName] = useState(playlist.name);
	const [description, setDescription] = useState(playlist.description);
	const { songs, arrange, show } = useArrangement(playlist.songs);
	const saving = useAutosave<Playlist, Values>({
		path: `/api/playlists/${playlist.id}`,
		item: playlist,
		valuesOf: ({ name, description, songs }) => ({ name, description, songs: songs.map(({ id }) => id) }),
		adopt: (other, fields) => {
			if (fields.includes("name")) setName(other.name);
			if (fields.includes("description")) setDescription(other.description);
			if (fields.includes("songs")) show(other.songs);
		},
	});
	const rearrange = (change: (now: readonly Song[]) => readonly Song[]) =>
		saving.save({ songs: arrange(change).map(({ id }) => id) }, { now: true });
	const target = { kind: "playlist" as const, id: playlist.id, title: name.trim() || playlist.name, thumbnail: playlist.thumbnail };
	const taken = new Set(songs.map(({ id }) => id));
	const others = library.filter(({ id }) => !taken.has(id));

	useGoneSongs(saving.fields.songs, (isThere) => {
		const gone = songs.filter(({ id }) => !isThere(id)).length;
		if (gone > 0) rearrange((now) => now.filter(({ id }) => isThere(id)));
		return gone;
	});

	function remove(song: Song) {
		const at = songs.indexOf(song);
		rearrange((now) => now.filter(({ id }) => id !== song.id));
		// By then the others may have moved: it goes back to where it stood, as far as that is still there.
		const undo = () => rearrange((now) => (now.some(({ id }) => id === song.id) ? now : now.toSpliced(at, 0, song)));
		void toast(`Removed ${quoted(song.title)} from the playlist`, "plain", { undo });
	}

	return (
		<main id="content" data-kind="playlist" className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<EditorHead
				target={target}
				heading="Playlist"
				saving={saving}
				links={links}
				menu={<ExportMenu path={`/api/playlists/${playlist.id}/export`} formats={formats} />}
			>
				<TitleField
					what="playlist"
					label="Name"
					most={playlistLimits.name}
					value={name}
					error={saving.fields.name}
					onChange={(next, save) => {
						setName(next);
						if (save) saving.save({ name: next });
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
					<AddSongsButton songs={others} onAdd={(added) => rearrange((now) => [...now, ...added])} />
				</div>
				{songs.length > 0 ? (
					<SongOrder
						songs={songs}
						onMove={(from, to) => rearrange((now) => now.toSpliced(from, 1).toSpliced(to, 0, ...now.slice(from, from + 1)))}
						onRemove={remove}
					/>
				) : (
					<p className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-ink-3">
						This playlist is empty. Add the first song from your library.
					</p>
				)}
			</section>
		</main>
	);
}
