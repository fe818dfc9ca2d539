import { useEffect, useState, useSyncExternalStore } from "react";
import { createPlayer } from "./create-player";
import type { Player, Source } from "./player";
import { useVolumeMemory } from "./use-volume-memory";

/** A player for a page that decides by `source`. `PlayerFrame` is its place in the page. */
export function usePlayer(source: Source): Player {
	const [core] = useState(() => createPlayer(source));
	const player = useSyncExternalStore(core.subscribe, core.snapshot, core.snapshot);
	useEffect(() => core.listenTo(source), [core, source]);
	useVolumeMemory(player);

	useEffect(() => {
		addEventListener("online", core.wake);
		return () => removeEventListener("online", core.wake);
	}, [core]);

	const [begun, setBegun] = useState(false);
	if (!begun && (player.phase === "loading" || player.phase === "playing")) setBegun(true);
	useEffect(() => {
		if (!begun) return;
		let letGo: (() => void) | undefined;
		let gone = false;
		// What the system shows and its media keys: nothing of it is needed to begin.
		void import("./media-session").then(({ speakToSystem }) => {
			if (!gone) letGo = speakToSystem(core);
		});
		return () => {
			gone = true;
			letGo?.();
		};
	}, [core, begun]);

	return player;
}
