import { useSyncExternalStore } from "react";
import type { Player } from "./player";

/** Where the player is and how long its track is, whole seconds. Only what shows it is rendered again: the clock ticks four times a second. */
export function useClock({ onTick, time, length }: Player): { time: number; length: number } {
	const seconds = useSyncExternalStore(onTick, () => Math.floor(time()), zero);
	const known = useSyncExternalStore(onTick, () => Math.round(length()), zero);
	return { time: seconds, length: known };
}

const zero = () => 0;
