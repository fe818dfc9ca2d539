/** Puts text on the clipboard; false when the browser refuses. Works without HTTPS too, where there is no Clipboard API. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		// A dialog holds the focus: what is to be selected must stand inside it.
		const home = document.activeElement?.closest("[role=dialog]") ?? document.body;
		const before = document.activeElement;
		const area = document.createElement("textarea");
		area.value = text;
		area.className = "fixed top-0 left-0 opacity-0";
		home.append(area);
		area.select();
		const copied = document.execCommand("copy");
		area.remove();
		if (before instanceof HTMLElement) before.focus();
		return copied;
	}
}
