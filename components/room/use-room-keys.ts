import { useEffect, useRef } from "react";

const typed = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=dialog], [role=menu], [role=alertdialog]";

/** Keys of the whole page, by what they are called; not while somebody types, or a dialog or menu stands open. */
export function useRoomKeys(deeds: Readonly<Record<string, () => void>>): void {
	const latest = useRef(deeds);
	useEffect(() => {
		latest.current = deeds;
	});
	useEffect(() => {
		function press(event: KeyboardEvent) {
			if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
			if (event.target instanceof Element && event.target.closest(typed)) return;
			if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
			const deed = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
			if (!deed) return;
			event.preventDefault();
			deed();
		}
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
