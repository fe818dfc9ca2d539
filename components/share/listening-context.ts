"use client";

import { createContext, useContext } from "react";

/** What the parts of a listening page share beside the player. */
export type ListeningState = {
	/** Songs that may still be begun without an account; null before the first, or without a limit. */
	remaining: number | null;
	/** A song with a list behind it: whether that list is shown, and the ways there and back. */
	list: { shown: boolean; show: () => void; leave: () => void } | null;
	/** Somebody pressed a song that is not part of the link. */
	askForMore: () => void;
};

export const ListeningContext = createContext<ListeningState>({ remaining: null, list: null, askForMore: () => {} });

export function useListening(): ListeningState {
	return useContext(ListeningContext);
}
