import { artworkOf } from "./artwork";
import type { Player } from "./player";

type Core = { snapshot: () => Player; subscribe: (notify: () => void) => () => void };

/** Seconds that a press of the system's seek keys leaps, unless it says how far. */
const leap = 10;

/** Tells the system what plays (lock screen, headphones, keyboard) and does what its keys ask. Answers how to stop. */
export function speakToSystem({ snapshot, subscribe }: Core): () => void {
	if (!("mediaSession" in navigator)) return () => {};
	const { mediaSession } = navigator;
	const to = (by: number) => snapshot().seek(snapshot().time() + by);
	const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
		["play", () => snapshot().phase === "paused" && snapshot().toggle()],
		["pause", () => snapshot().pause()],
		["stop", () => snapshot().pause()],
		["previoustrack", () => snapshot().previous()],
		["nexttrack", () => snapshot().next()],
		["seekbackward", ({ seekOffset }) => to(-(seekOffset ?? leap))],
		["seekforward", ({ seekOffset }) => to(seekOffset ?? leap)],
		["seekto", ({ seekTime }) => seekTime !== undefined && snapshot().seek(seekTime)],
	];
	const handle = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
		try {
			mediaSession.setActionHandler(action, handler);
		} catch {
			// A browser that does not know this one.
		}
	};
	let told = "";

	function tellPlace() {
		const { current, time, length } = snapshot();
		const duration = length();
		if (!current || !(duration > 0)) return;
		mediaSession.setPositionState?.({ duration, position: Math.min(Math.max(0, time()), duration), playbackRate: 1 });
	}

	function tell() {
		const { current, phase, hasNext } = snapshot();
		mediaSession.playbackState = phase === "playing" || phase === "loading" ? "playing" : phase === "paused" ? "paused" : "none";
		handle("nexttrack", hasNext ? (handlers.find(([action]) => action === "nexttrack")?.[1] ?? null) : null);
		tellPlace();
		if (!current || told === current.id) return;
		told = current.id;
		const { title, artist, thumbnail } = current;
		mediaSession.metadata = new MediaMetadata({ title, artist });
		void artworkOf(title, thumbnail).then((artwork) => {
			if (told === current.id && artwork.length > 0) mediaSession.metadata = new MediaMetadata({ title, artist, artwork });
		});
	}

	for (const [action, handler] of handlers) handle(action, handler);
	tell();
	const ends = [subscribe(tell), snapshot().onTick(tellPlace)];
	return () => {
		for (const end of ends) end();
		for (const [action] of handlers) handle(action, null);
		// A picture that is still being read comes too late.
		told = "";
		mediaSession.metadata = null;
		mediaSession.playbackState = "none";
	};
}
