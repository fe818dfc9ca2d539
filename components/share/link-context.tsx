"use client";

import { useEffect, useId, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { Select } from "@/components/ui/select";

type Choice = { id: string; name: string };
type LinkContextProps = {
	songId: string /** Id of the playlist that is shown now. */;
	value: string | null;
	onChange: (value: string | null) => void;
};

/** Chooses the playlist that stands behind a song's link; nothing at all when no playlist has the song. */
export function LinkContext({ songId, value, onChange }: LinkContextProps) {
	const id = useId();
	const [choices, setChoices] = useState<Choice[]>([]);

	useEffect(() => {
		let wanted = true;
		void api<(Choice & { songs: { id: string }[] })[]>("GET", "/api/playlists").then((answer) => {
			if (wanted && answer.ok) setChoices(answer.data.filter(({ songs }) => songs.some((song) => song.id === songId)));
		});
		return () => {
			wanted = false;
		};
	}, [songId]);

	async function choose(next: string | null) {
		onChange(next);
		const answer = await api("POST", `/api/share/song/${songId}`, { body: { contextPlaylistId: next } });
		if (answer.ok) return;
		onChange(value);
		void tellFailure({ ...answer, message: answer.fields.contextPlaylistId ?? answer.message });
	}

	if (choices.length === 0) return null;
	return (
		<div className="mt-3 border-t border-line pt-3.5">
			<label htmlFor={id} className="text-sm font-medium">
				Playlist behind this song
			</label>
			<Select id={id} value={value ?? ""} onChange={(event) => void choose(event.target.value || null)} className="mt-1.5">
				<option value="">None: the song alone</option>
				{choices.map((choice) => (
					<option key={choice.id} value={choice.id}>
						{choice.name}
					</option>
				))}
			</Select>
			<p className="mt-1.5 text-[0.8125rem] text-ink-3">One step back, listeners see what else is in it. Those songs stay locked.</p>
		</div>
	);
}
