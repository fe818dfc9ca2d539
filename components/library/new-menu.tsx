"use client";

import { Clapperboard, FileInput, ListMusic, Plus, SquarePlay, Upload } from "lucide-react";
import { lazy, useRef } from "react";
import { kindLook } from "@/components/share/kind-look";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import { Menu, MenuItem } from "@/components/ui/menu";
import { SongsInput } from "@/components/upload/songs-input";
import type { Song } from "./model";
import { useNewItem } from "./use-new-item";

const NewPlaylistDialog = lazy(async () => ({ default: (await import("./new-playlist-dialog")).NewPlaylistDialog }));
const YouTubeDialog = lazy(async () => ({ default: (await import("./youtube-dialog")).YouTubeDialog }));
const ImportDialog = lazy(async () => ({ default: (await import("./import-dialog")).ImportDialog }));

const blank = (Object.keys(kindLook) as (keyof typeof kindLook)[]).filter((kind) => kindLook[kind].canBlank);

/** Everything that can be brought into the library or made in it. */
export function NewMenu({ songs }: { songs: Song[] }) {
	const input = useRef<HTMLInputElement>(null);
	const playlist = useLazyOpen();
	const youtube = useLazyOpen();
	const file = useLazyOpen();
	const make = useNewItem();
	return (
		<>
			<Menu
				trigger={
					<Button tone="primary" size="s">
						<Plus /> New
					</Button>
				}
			>
				<MenuItem onSelect={() => input.current?.click()}>
					<Upload aria-hidden="true" /> Upload songs
				</MenuItem>
				<MenuItem onSelect={() => playlist.setOpen(true)}>
					<ListMusic aria-hidden="true" /> New playlist
				</MenuItem>
				{blank.map((kind) => {
					const { label, icon: Icon } = kindLook[kind];
					return (
						<MenuItem key={kind} onSelect={() => void make(kind)}>
							<Icon aria-hidden="true" /> New {label.toLowerCase()}
						</MenuItem>
					);
				})}
				<MenuItem onSelect={() => youtube.setOpen(true)}>
					<SquarePlay aria-hidden="true" /> Add from YouTube
				</MenuItem>
				<MenuItem onSelect={() => file.setOpen(true)}>
					<FileInput aria-hidden="true" /> Import a file
				</MenuItem>
				<MenuItem asChild>
					<a href="/room">
						<Clapperboard aria-hidden="true" /> Movie room
					</a>
				</MenuItem>
			</Menu>
			<SongsInput ref={input} />
			{playlist.whenWanted(<NewPlaylistDialog songs={songs} open={playlist.open} onOpenChange={playlist.setOpen} />)}
			{youtube.whenWanted(<YouTubeDialog open={youtube.open} onOpenChange={youtube.setOpen} />)}
			{file.whenWanted(<ImportDialog open={file.open} onOpenChange={file.setOpen} />)}
		</>
	);
}
