/** Whether the view that this tab is about to have of a link has been counted already: the press on Open is a view. */
export function viewMemory(shareId: string) {
	const key = `share_view_${shareId}`;
	return {
		note() {
			try {
				sessionStorage.setItem(key, "counted");
			} catch {}
		},
		/** Answers once; the next view is a new one. */
		take(): boolean {
			try {
				const isCounted = sessionStorage.getItem(key) !== null;
				sessionStorage.removeItem(key);
				return isCounted;
			} catch {
				return false;
			}
		},
	};
}
