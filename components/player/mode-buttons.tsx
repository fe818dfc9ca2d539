"use client";

import { clsx } from "clsx";
import { Repeat, Repeat1, Shuffle } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Repeat as Mode } from "./order";
import type { Player } from "./player";

const after: Record<Mode, Mode> = { off: "all", all: "one", one: "off" };
const words: Record<Mode, string> = { off: "off", all: "all songs", one: "this song" };

/** The mode that the next press of Repeat brings. With one song, all of them is that one. */
export function nextRepeat(now: Mode, songs: number): Mode {
	return songs < 2 ? (now === "off" ? "one" : "off") : after[now];
}

type Props = { player: Player; className?: string };

const on = "text-accent after:absolute after:bottom-0.5 after:size-1 after:rounded-full after:bg-accent";

export function RepeatButton({ player: { repeat, queue, setRepeat }, className }: Props) {
	return (
		<Button
			tone="quiet"
			size="s"
			icon
			aria-label={`Repeat: ${words[repeat]}`}
			title={`Repeat: ${words[repeat]}`}
			onClick={() => setRepeat(nextRepeat(repeat, queue.length))}
			className={clsx("relative", repeat !== "off" && on, className)}
		>
			{repeat === "one" ? <Repeat1 /> : <Repeat />}
		</Button>
	);
}

export function ShuffleButton({ player: { shuffle, queue, setShuffle }, className }: Props) {
	if (queue.length < 2) return null;
	return (
		<Button
			tone="quiet"
			size="s"
			icon
			aria-label="Shuffle"
			aria-pressed={shuffle}
			title="Shuffle"
			onClick={() => setShuffle(!shuffle)}
			className={clsx("relative", shuffle && on, className)}
		>
			<Shuffle />
		</Button>
	);
}
