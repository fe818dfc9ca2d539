/** What Excalidraw's own controls lack for those who hear a page instead of seeing it (0.18.1). */
const mends: [selector: string, mend: (element: Element) => void][] = [
	[".main-menu-trigger:not([aria-label])", (button) => button.setAttribute("aria-label", "Menu of the board")],
	// Its label hides the number that it shows; what it does is in its title.
	[".reset-zoom-button[aria-label]", (button) => button.removeAttribute("aria-label")],
	["footer[role=contentinfo]", (footer) => footer.setAttribute("role", "presentation")],
];

/** Mends what is there and what comes later; answers what ends that. */
export function mendExcalidraw(root: Element): () => void {
	function mend() {
		for (const [selector, act] of mends) for (const element of root.querySelectorAll(selector)) act(element);
	}
	mend();
	const observer = new MutationObserver(mend);
	observer.observe(root, { childList: true, subtree: true });
	return () => observer.disconnect();
}
