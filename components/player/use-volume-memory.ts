import { useEffect, useRef } from "react";
import { recalled, remember } from "./memory";
import type { Player } from "./player";

const key = "player_volume";

/** As loud as it was set in this browser the last time, on any page. */
export function useVolumeMemory({ volume, muted, setVolume }: Player) {
	const isRecalled = useRef(false);
	useEffect(() => {
		const text = recalled(key);
		if (text === null) return;
		void import("./recall").then(({ readLoudness }) => {
			const was = readLoudness(text);
			if (was) setVolume(was.volume, was.muted);
		});
	}, [setVolume]);
	useEffect(() => {
		// What it is before anybody touched it says nothing.
		if (isRecalled.current) remember(key, { volume, muted });
		isRecalled.current = true;
	}, [volume, muted]);
}
