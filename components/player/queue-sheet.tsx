"use client";

import { Keyboard, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { Cover } from "@/components/ui/cover";
import { Dialog, DialogClose, DialogTitle } from "@/components/ui/dialog";
import type { Player } from "./player";
import { PlayerNotice } from "./player-notice";
import { SeekBar } from "./seek-bar";
import { TrackRow } from "./track-row";
import { Transport } from "./transport";

/** So many songs of a long queue are shown; the others come as these are played. */
const shown = 100;

type Props = { player: Player; open: boolean; onOpenChange: (open: boolean) => void; onKeys: () => void };

/** What plays, large, and what comes after it. */
export function QueueSheet({ player, open, onOpenChange, onKeys }: Props) {
	const { current, upNext, repeat, awaited } = player;
	const [said, setSaid] = useState("");
	if (!current) return null;
	const coming = upNext.slice(0, shown);
	return (
		<Dialog
			open={open}
			onOpenChange={onOpenChange}
			plain
			className="flex max-h-[calc(100svh-2.5rem)] flex-col pt-5 sm:max-h-[min(44rem,90svh)]"
		>
			<DialogClose className="absolute top-3 right-3" />
			<DialogTitle className="px-5 text-xl">Up next</DialogTitle>
			<div className="px-5 pt-4">
				<div className="flex items-center gap-3.5">
					<Cover title={current.title} thumbnail={current.thumbnail} size="small" className="w-16 rounded-md" />
					<div className="min-w-0">
						<p dir="auto" className="line-clamp-2 text-left font-[550] wrap-anywhere">
							{current.title}
						</p>
						<p dir="auto" className="truncate text-left text-[0.8125rem] text-ink-3">
							{current.artist}
						</p>
					</div>
				</div>
				<PlayerNotice player={player} className="not-empty:pt-3" />
				<SeekBar player={player} track={current} className="mt-3 mb-2" />
				<Transport player={player} whole />
			</div>
			<p role="status" className="sr-only">
				{said}
			</p>
			<div className="mt-4 min-h-0 grow overflow-y-auto border-t border-line px-2.5 py-2">
				{coming.length > 0 ? (
					<ol className="@container" aria-label="Songs up next">
						{coming.map((track, at) => (
							<TrackRow
								key={track.id}
								track={track}
								index={at}
								state={awaited?.id === track.id ? "awaited" : "off"}
								onPress={() => player.jump(at + 1)}
								tools={
									<Button
										tone="quiet"
										size="s"
										icon
										aria-label={`Remove ${track.title} from up next`}
										onClick={() => {
											player.remove(at + 1);
											setSaid(`${track.title} will not be played`);
										}}
									>
										<X />
									</Button>
								}
							/>
						))}
					</ol>
				) : (
					<p className="px-2.5 py-6 text-center text-ink-3">
						{repeat === "all" ? "The last song. Then it begins again." : "Nothing. This is the last song."}
					</p>
				)}
				{upNext.length > shown && <p className="px-2.5 py-3 text-center text-ink-3">And {counted(upNext.length - shown, "song")} more.</p>}
			</div>
			<div className="border-t border-line px-5 py-2.5 pointer-coarse:hidden">
				<Button tone="quiet" size="s" onClick={onKeys} className="-ml-3">
					<Keyboard aria-hidden="true" /> Keys
				</Button>
			</div>
		</Dialog>
	);
}
