"use client";

import { LoaderCircle, Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Player } from "./use-player";

/** Previous, play or pause, next. */
export function Transport({ player }: { player: Player }) {
	const { phase, hasNext, toggle, next, previous } = player;
	const running = phase === "playing" || phase === "loading";
	return (
		<div className={"flex items-center gap-1.5 @min-[46rem]:gap-2"}>
			<Button tone="quiet" size="s" icon aria-label="Previous" onClick={previous} className="@max-[25rem]:hidden">
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
			<Button tone="quiet" size="s" icon aria-label="Next" onClick={next} disabled={!hasNext}>
				<SkipForward />
			</Button>
		</div>
	);
}
