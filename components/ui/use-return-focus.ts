import { useRef } from "react";

/** Gives the focus back to where it was when a dialog opened, also when a menu led there, or nothing that was pressed. */
export function useReturnFocus() {
	const origin = useRef<Element | null>(null);
	return {
		onOpenAutoFocus: () => {
			const menu = document.activeElement?.closest("[role=menu]");
			// The menu is gone by then; its button is not.
			origin.current = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : document.activeElement;
		},
		onCloseAutoFocus: () => {
			if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus();
		},
	};
}
