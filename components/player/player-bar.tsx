"use client";

import { clsx } from "clsx";
import { Cover } from "@/components/ui/cover";
import { SeekBar } from "./seek-bar";
import { Transport } from "./transport";
import type { Player } from "./use-player";
import { Volume } from "./volume";

/** The bar at the foot of the page, from the first song on. `above` lifts it over what stands there already. */
export function PlayerBar({ player, className }: { player: Player; className?: string }) {
	const { current } = player;
	if (!current) return null;
	return (
		<section
			aria-label="Player"
			className={clsx(
				// On a very low screen (a phone on its side, a page at 400 %) a bar that stays would leave no room for the page.
				"@container fixed inset-x-0 bottom-0 z-20 animate-rise border-t border-line bg-surface/90 backdrop-blur-lg [@media(max-height:22rem)]:static",
				className,
			)}
		>
			<div className="mx-auto grid max-w-[65rem] grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] @min-[46rem]:grid-cols-[minmax(0,1fr)_auto_minmax(0,1.6fr)] @min-[46rem]:gap-5 @min-[46rem]:px-6 @min-[46rem]:py-3">
				<div className="flex min-w-0 items-center gap-3">
					<Cover title={current.title} thumbnail={current.thumbnail} size="small" className="w-12 rounded-[10px]" />
					<div className="min-w-0">
						<p dir="auto" className="truncate text-left font-[550]">
							{current.title}
						</p>
						<p dir="auto" className="truncate text-left text-[0.8125rem] text-ink-3">
							{current.artist}
						</p>
					</div>
				</div>
				<Transport player={player} />
				<div className="col-span-full flex items-center gap-4 @min-[46rem]:col-span-1">
					<SeekBar player={player} track={current} className="min-w-0 grow" />
					<Volume player={player} />
				</div>
			</div>
		</section>
	);
}
