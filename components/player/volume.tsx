"use client";

import { Volume2, VolumeX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Slider } from "@/components/ui/slider";
import type { Player } from "./player";

/** How loud. On wide screens only: a phone has keys for it, and iOS allows no other way. */
export function Volume({ player: { volume, muted, setVolume } }: { player: Player }) {
	const heard = muted ? 0 : volume;
	return (
		<div className="hidden items-center gap-1 @min-[60rem]:flex">
			<Button tone="quiet" size="s" icon aria-label={heard === 0 ? "Unmute" : "Mute"} onClick={() => setVolume(volume || 1, heard !== 0)}>
				{heard === 0 ? <VolumeX /> : <Volume2 />}
			</Button>
			<Slider
				label="Volume"
				className="w-20"
				value={Math.round(heard * 100)}
				max={100}
				step={5}
				valueText={`${Math.round(heard * 100)} %`}
				onChange={(percent) => setVolume(percent / 100, false)}
			/>
		</div>
	);
}
