/** Where this browser keeps the id of its anonymous session on a link. Private windows may have no storage: then it is kept in the page. */
export function sessionMemory(shareId: string) {
	const key = `share_session_${shareId}`;
	let inPage: string | null = null;
	return {
		get(): string | null {
			try {
				return localStorage.getItem(key) ?? inPage;
			} catch {
				return inPage;
			}
		},
		set(sessionId: string) {
			inPage = sessionId;
			try {
				localStorage.setItem(key, sessionId);
			} catch {}
		},
	};
}
