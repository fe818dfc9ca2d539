"use client";

import { createContext, useContext } from "react";

/** What the parts of a listening page share beside the player. */
export type ListeningState = {
	/** Songs that may still be begun without an account; null before the first, or without a limit. */
	remaining: number | null;
};

export const ListeningContext = createContext<ListeningState>({ remaining: null });

export function useListening(): ListeningState {
	return useContext(ListeningContext);
}
