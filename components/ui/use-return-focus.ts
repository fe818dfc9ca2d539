import { useRef } from "react";

/** What a dialog is for: the focus goes there at first, and not to the cross in its corner. */
export const firstFocus = { "data-first-focus": "" };

/**
 * Gives the focus back to where it was when a dialog opened, also when a menu led there, or nothing that was pressed. In the dialog
 * it goes to what has `firstFocus`, or else to the first thing there is.
 */
export function useReturnFocus() {
	const origin = useRef<Element | null>(null);
	return {
		onOpenAutoFocus: (event: Event) => {
			const menu = document.activeElement?.closest("[role=menu]");
			// The menu is gone by then; its button is not.
			origin.current = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : document.activeElement;
			const first = event.target instanceof Element && event.target.querySelector("[data-first-focus]");
			if (!(first instanceof HTMLElement)) return;
			event.preventDefault();
			first.focus();
		},
		onCloseAutoFocus: () => {
			if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus();
		},
	};
}
