"use client";

import { ListMusic } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Cover } from "@/components/ui/cover";
import type { Player } from "./player";
import { PlayerNotice } from "./player-notice";
import { SeekBar } from "./seek-bar";
import type { Track } from "./track";
import { Transport } from "./transport";
import { Volume } from "./volume";

type Props = { player: Player; track: Track; onQueue: () => void };

/** What plays, and everything to do about it, in one bar. */
export function PlayerBar({ player, track, onQueue }: Props) {
	return (
		<div className="@container border-t border-line bg-surface/90 backdrop-blur-lg">
			<PlayerNotice player={player} className="px-4 not-empty:pt-2" />
			<div className="mx-auto grid max-w-[65rem] grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] @min-[46rem]:grid-cols-[minmax(0,1fr)_auto_minmax(0,1.5fr)] @min-[46rem]:gap-5 @min-[46rem]:px-6 @min-[46rem]:py-3">
				<div className="flex min-w-0 items-center gap-3">
					<Cover title={track.title} thumbnail={track.thumbnail} size="small" className="w-12 rounded-[10px]" />
					<div className="min-w-0">
						<p dir="auto" className="truncate text-left font-[550]">
							{track.title}
						</p>
						<p dir="auto" className="truncate text-left text-[0.8125rem] text-ink-3">
							{track.artist}
						</p>
					</div>
				</div>
				<div className="flex items-center gap-1">
					<Transport player={player} />
					<QueueButton className="@min-[46rem]:hidden" onOpen={onQueue} />
				</div>
				<div className="col-span-full flex items-center gap-3 @min-[46rem]:col-span-1">
					<SeekBar player={player} track={track} className="min-w-0 grow" />
					<QueueButton className="@max-[46rem]:hidden" onOpen={onQueue} />
					<Volume player={player} />
				</div>
			</div>
		</div>
	);
}

function QueueButton({ className, onOpen }: { className: string; onOpen: () => void }) {
	return (
		<Button tone="quiet" size="s" icon aria-label="Up next" title="Up next" aria-haspopup="dialog" onClick={onOpen} className={className}>
			<ListMusic />
		</Button>
	);
}
