"use client";

import { clsx } from "clsx";
import { LoaderCircle, Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RepeatButton, ShuffleButton } from "./mode-buttons";
import type { Player } from "./player";

/** Previous, play or pause, next. `whole` has everything whatever the room; the bar leaves out what its sheet offers. */
export function Transport({ player, whole = false }: { player: Player; whole?: boolean }) {
	const { phase, hasNext, toggle, next, previous } = player;
	const running = phase === "playing" || phase === "loading";
	const wide = whole ? "" : "@max-[46rem]:hidden";
	return (
		<div className={clsx("flex items-center", whole ? "justify-center gap-2.5" : "gap-1 @min-[46rem]:gap-2")}>
			<ShuffleButton player={player} className={wide} />
			<Button tone="quiet" size="s" icon aria-label="Previous" onClick={previous} className={whole ? "" : "@max-[30rem]:hidden"}>
				<SkipBack />
			</Button>
			<button
				type="button"
				aria-label={running ? "Pause" : "Play"}
				onClick={toggle}
				className="grid shrink-0 place-items-center rounded-full bg-ink text-paper transition-opacity hover:opacity-90 size-12 [&_svg]:size-5"
			>
				{phase === "loading" ? (
					<LoaderCircle className="motion-safe:animate-spin" />
				) : running ? (
					<Pause />
				) : (
					<Play className="translate-x-px" />
				)}
			</button>
			<Button tone="quiet" size="s" icon aria-label="Next" onClick={next} held={!hasNext}>
				<SkipForward />
			</Button>
			<RepeatButton player={player} className={wide} />
		</div>
	);
}
