"use client";

import { Pause, Play } from "lucide-react";
import Link from "next/link";
import { usePlayerAround } from "@/components/player/player-context";
import { kindLook } from "@/components/share/kind-look";
import { Cover } from "@/components/ui/cover";
import { ItemMenu } from "./item-menu";
import type { LibraryItem } from "./library-item";

/** One thing in the library: its cover leads to it, with its play button and its menu. */
export function ItemCard({ item, onDelete }: { item: LibraryItem; onDelete: (item: LibraryItem) => void }) {
	const player = usePlayerAround();
	// The queue tells a playlist of one song from that song, and a song from the playlist it is played in.
	const current =
		player?.current && player.queue.length === item.tracks.length && item.tracks.every(({ id }, at) => id === player.queue[at]?.id);
	const playing = current && player.phase !== "paused";
	return (
		<li data-kind={item.kind} className="group relative min-w-0">
			<div className="relative">
				<Cover title={item.title} thumbnail={item.thumbnail} className="w-full rounded-lg" />
				{item.tracks.length > 0 && player && (
					<button
						type="button"
						aria-label={`Play ${item.title}`}
						aria-pressed={Boolean(playing)}
						onClick={() => (current ? player.toggle() : player.start(item.tracks, 0))}
						className="absolute right-2 bottom-2 z-1 grid size-11 place-items-center rounded-full bg-surface/90 text-ink shadow-2 transition-opacity hover:bg-surface focus-visible:opacity-100 aria-pressed:opacity-100 pointer-fine:opacity-0 pointer-fine:group-hover:opacity-100 [&_svg]:size-5"
					>
						{playing ? <Pause /> : <Play className="translate-x-px" />}
					</button>
				)}
			</div>
			<div className="mt-2 flex items-start gap-1">
				<div className="min-w-0 grow">
					<Link
						href={`/dashboard/${item.kind}/${item.id}`}
						className="block rounded-sm font-[550] outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-ink"
					>
						<span dir="auto" className="block truncate text-left">
							{item.title}
						</span>
					</Link>
					<p className="flex items-center gap-1.5 text-[0.8125rem] text-ink-3">
						<span aria-hidden="true" className="size-[7px] shrink-0 rounded-full bg-accent" />
						<span className="sr-only">{kindLook[item.kind].label}: </span>
						<bdi className="min-w-0 truncate">{item.note}</bdi>
					</p>
				</div>
				<ItemMenu item={item} onDelete={() => onDelete(item)} />
			</div>
		</li>
	);
}
