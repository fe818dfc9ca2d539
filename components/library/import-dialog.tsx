"use client";

import { FileInput, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { FormError } from "@/components/account/form-error";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { uploadFile } from "@/components/upload/upload-file";
import { type Imported, ImportResult } from "./import-result";

const playlists = "/api/playlists";
/** Largest file that the server takes, in bytes. */
const largest = 10 * 1024 * 1024;

/** Makes a playlist from a file of another player, out of songs that are in the library, and says which are not. */
export function ImportDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
	const router = useRouter();
	const input = useRef<HTMLInputElement>(null);
	const [reading, setReading] = useState<string | null>(null);
	const [problem, setProblem] = useState<string>();
	const [result, setResult] = useState<Imported | null>(null);

	async function read(file: File) {
		setProblem(file.size > largest ? "This file is larger than 10 MB." : undefined);
		if (file.size > largest) return;
		setReading(file.name);
		const answer = await uploadFile<Imported>(`${playlists}/import`, "file", file).answer;
		setReading(null);
		if (!answer.ok) return setProblem(answer.fields.file ?? answer.message);
		setResult(answer.data);
		router.refresh();
	}

	function change(next: boolean) {
		onOpenChange(next);
		if (next) return;
		setResult(null);
		setProblem(undefined);
	}

	return (
		<Dialog open={open} onOpenChange={change} kind="playlist" className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="mb-2 flex items-center justify-between gap-3">
				<DialogTitle className="min-w-0 text-[1.375rem] wrap-anywhere">
					{result ? <bdi>{result.playlist.name}</bdi> : "Import playlist"}
				</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			{result ? (
				<ImportResult result={result} onOpen={() => router.push(`/dashboard/playlist/${result.playlist.id}`)} />
			) : (
				<div className="grid grid-cols-[minmax(0,1fr)] gap-4">
					<DialogDescription className="text-ink-2">
						Choose an M3U8, XSPF or JSPF file that another player has exported. Its songs are looked up in your library by title and artist.
					</DialogDescription>
					<FormError message={problem} />
					<Button tone="primary" size="l" held={reading !== null} onClick={() => input.current?.click()}>
						{reading === null ? <FileInput /> : <LoaderCircle className="motion-safe:animate-spin" />}
						{reading === null ? "Choose a file" : "Reading…"}
					</Button>
				</div>
			)}
			<input
				ref={input}
				hidden
				type="file"
				aria-label="Playlist file"
				accept=".m3u8,.m3u,.xspf,.jspf,.json,application/xspf+xml,application/vnd.apple.mpegurl,audio/x-mpegurl,application/json"
				onChange={({ currentTarget }) => {
					const file = currentTarget.files?.[0];
					if (file) void read(file);
					currentTarget.value = "";
				}}
			/>
		</Dialog>
	);
}
