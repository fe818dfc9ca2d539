"use client";

import { Volume2, VolumeX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Slider } from "@/components/ui/slider";
import { useAudioValue } from "./use-audio-value";
import type { Player } from "./use-player";

/** How loud. On wide screens only: a phone has keys for it, and iOS allows no other way. */
export function Volume({ player: { audio } }: { player: Player }) {
	const volume = useAudioValue(audio, "volumechange", (element) => (element.muted ? 0 : element.volume));

	function set(to: number) {
		if (!audio.current) return;
		audio.current.volume = to;
		audio.current.muted = to === 0;
	}

	return (
		<div className="hidden items-center gap-1 @min-[60rem]:flex">
			<Button tone="quiet" size="s" icon aria-label={volume === 0 ? "Unmute" : "Mute"} onClick={() => set(volume === 0 ? 1 : 0)}>
				{volume === 0 ? <VolumeX /> : <Volume2 />}
			</Button>
			<Slider
				label="Volume"
				className="w-20"
				value={Math.round(volume * 100)}
				max={100}
				step={5}
				valueText={`${Math.round(volume * 100)} %`}
				onChange={(percent) => set(percent / 100)}
			/>
		</div>
	);
}
