"use client";

import { createContext, useContext } from "react";
import type { Player } from "./player";

export const PlayerContext = createContext<Player | null>(null);

/** The player of the page around. Null where nothing can be played. */
export function usePlayerAround(): Player | null {
	return useContext(PlayerContext);
}
