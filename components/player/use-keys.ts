import { useEffect, useRef } from "react";
import { nextRepeat } from "./mode-buttons";
import type { Player } from "./player";

const typed = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=searchbox], [role=combobox]";
/** What has a use of its own for every key while it has the focus or stands open. */
const taken = `${typed}, [role=dialog], [role=menu], [role=listbox], [data-own-keys]`;
/** What Space presses. */
const pressed = "button, a[href], summary, [role=button], [role=checkbox], [role=switch]";
/** What the arrows move. */
const moved = "[role=slider], [role=tab], [role=radio], [role=radiogroup], [aria-roledescription]";

/** Which of the player's keys this is, or null when the element it was pressed on wants it for itself. */
export function keyFor(event: KeyboardEvent): string | null {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
	const on = event.target instanceof Element ? event.target : null;
	if (on?.closest(taken)) return null;
	if (event.key === " ") return on?.closest(pressed) ? null : "k";
	if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
		if (event.shiftKey) return `Shift+${event.key}`;
		return on?.closest(moved) ? null : event.key;
	}
	return event.key.toLowerCase();
}

type Panels = { openQueue: () => void; openHelp: () => void };

/** What each key does. A key that is missing here does what it always does. */
function deeds(player: Player, { openQueue, openHelp }: Panels): Record<string, () => void> {
	const leap = (by: number) => () => player.seek(player.time() + by);
	return {
		k: player.toggle,
		j: leap(-10),
		l: leap(10),
		ArrowLeft: leap(-5),
		ArrowRight: leap(5),
		"Shift+ArrowLeft": player.previous,
		"Shift+ArrowRight": player.next,
		m: () => player.setVolume(player.volume || 1, !player.muted),
		r: () => player.setRepeat(nextRepeat(player.repeat, player.queue.length)),
		s: () => player.setShuffle(!player.shuffle),
		q: openQueue,
		"?": openHelp,
	};
}

/** The player's keys, on the whole page, once there is a song to which they could apply. */
export function useKeys(player: Player, on: boolean, panels: Panels) {
	const latest = useRef({ player, on, panels });
	useEffect(() => {
		latest.current = { player, on, panels };
	});
	useEffect(() => {
		function press(event: KeyboardEvent) {
			const { player, on, panels } = latest.current;
			if (!on || !player.current) return;
			const deed = deeds(player, panels)[keyFor(event) ?? ""];
			if (!deed || (event.repeat && !event.key.startsWith("Arrow"))) return;
			event.preventDefault();
			deed();
		}
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
