import { createContext, useContext } from "react";
import type { Found } from "./dropped-files";

/** One file on its way. `progress` is 0 to 1; at 1 the server still reads it. */
export type Upload = {
	id: number;
	name: string;
	state: "waiting" | "sending" | "done" | "failed";
	progress: number;
	error: string | null;
	/** Sending it again may help. */
	again: boolean;
};

type UploadsAround = {
	list: readonly Upload[];
	/** What was left out of the last choice, in words. */
	note: string | null;
	/** Ids of songs that are added but were not in the library when that was last shown. */
	arriving: readonly string[];
	add: (chosen: Iterable<File> | Promise<Found>) => Promise<void>;
	cancel: (id: number) => void;
	cancelAll: () => void;
	retry: (ids: readonly number[]) => void;
	/** Takes what is done or has failed off the list, and the note. */
	clear: () => void;
	/** These songs are shown. */
	landed: (songs: ReadonlySet<string>) => void;
};

const nothing = () => {};
export const UploadsContext = createContext<UploadsAround>({
	list: [],
	note: null,
	arriving: [],
	add: async () => {},
	cancel: nothing,
	cancelAll: nothing,
	retry: nothing,
	clear: nothing,
	landed: nothing,
});

export const useUploads = () => useContext(UploadsContext);

export const isRunning = ({ state }: Upload) => state === "waiting" || state === "sending";
