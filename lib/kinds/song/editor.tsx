"use client";

import { useState } from "react";
import { EditorHead } from "@/components/library/editor-head";
import type { Edited, Song } from "@/components/library/model";
import { TitleField } from "@/components/library/title-field";
import { useAutosave } from "@/components/library/use-autosave";
import { PlayButton } from "@/components/share/play-button";
import { counted } from "@/components/ui/count-text";
import { clock } from "@/components/ui/duration-text";
import { Field } from "@/components/ui/field";

type Values = { title: string; artist: string };

/** Edits what a song is called and whose it is. Saves by itself. */
export function SongEditor({ song, links }: { song: Edited<Song>; links: number }) {
	const [title, setTitle] = useState(song.title);
	const [artist, setArtist] = useState(song.artist);
	const saving = useAutosave<Song, Values>({
		path: `/api/songs/${song.id}`,
		item: song,
		valuesOf: ({ title, artist }) => ({ title, artist }),
		adopt: (other, fields) => {
			if (fields.includes("title")) setTitle(other.title);
			if (fields.includes("artist")) setArtist(other.artist);
		},
	});
	const target = { kind: "song" as const, id: song.id, title: title.trim() || song.title, thumbnail: song.thumbnail };
	return (
		<main id="content" data-kind="song" className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<EditorHead
				target={target}
				heading="Song"
				saving={saving}
				links={links}
				actions={song.source === "upload" && <PlayButton plain tracks={[{ ...song, title: target.title, artist }]} />}
			>
				<TitleField
					what="song"
					value={title}
					error={saving.fields.title}
					onChange={(next, save) => {
						setTitle(next);
						if (save) saving.save({ title: next });
					}}
				/>
				<Field
					label="Artist"
					dir="auto"
					autoComplete="off"
					maxLength={200}
					value={artist}
					error={saving.fields.artist}
					onChange={({ target: { value } }) => {
						setArtist(value);
						saving.save({ artist: value });
					}}
				/>
				<p className="text-[0.8125rem] text-ink-3 tabular-nums">
					{clock(song.duration)} · {counted(song.playCount, "play")}
				</p>
			</EditorHead>
		</main>
	);
}
