"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogTitle } from "@/components/ui/dialog";
import type { Song } from "./model";
import { SongPicker } from "./song-picker";

/** Adds songs of the library to the end of a playlist. */
export function AddSongsButton({ songs, onAdd }: { songs: readonly Song[]; onAdd: (songs: Song[]) => void }) {
	const [open, setOpen] = useState(false);
	const [chosen, setChosen] = useState<string[]>([]);

	function add() {
		onAdd(chosen.flatMap((id) => songs.find((song) => song.id === id) ?? []));
		setChosen([]);
		setOpen(false);
	}

	return (
		<>
			<Button size="s" onClick={() => setOpen(true)}>
				<Plus /> Add songs
			</Button>
			<Dialog open={open} onOpenChange={setOpen} plain className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
				<div className="mb-4 flex items-center justify-between gap-3">
					<DialogTitle className="text-[1.375rem]">Add songs</DialogTitle>
					<DialogClose className="-mr-1" />
				</div>
				{songs.length > 0 ? (
					<SongPicker label="From your library" songs={songs} chosen={chosen} onChange={setChosen} />
				) : (
					<p className="rounded-md bg-sunken px-3.5 py-3 text-sm text-ink-2">
						Every song of your library is in this playlist already. Upload more in the library.
					</p>
				)}
				<Button tone="primary" size="l" className="mt-4 w-full" disabled={chosen.length === 0} onClick={add}>
					Add to playlist
				</Button>
			</Dialog>
		</>
	);
}
