"use client";

import { Plus } from "lucide-react";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import type { Song } from "./model";

const NewPlaylistDialog = lazy(async () => ({ default: (await import("./new-playlist-dialog")).NewPlaylistDialog }));

/** Opens the dialog that makes a playlist. */
export function NewPlaylistButton({ songs }: { songs: Song[] }) {
	const { open, setOpen, whenWanted } = useLazyOpen();
	return (
		<>
			<Button size="s" onClick={() => setOpen(true)}>
				<Plus /> New playlist
			</Button>
			{whenWanted(<NewPlaylistDialog songs={songs} open={open} onOpenChange={setOpen} />)}
		</>
	);
}
