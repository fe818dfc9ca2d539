import { recalled, remember } from "@/components/player/memory";

/**
 * The addresses that a session was granted, kept in this browser for as long as the session lives: they play on after a reload,
 * even when no play is left. `sessionId` says which session that is now.
 */
export function grantMemory(shareId: string, sessionId: () => string | null) {
	const key = `share_grants_${shareId}`;
	const granted = new Map<string, string>();
	const write = () => remember(key, { sessionId: sessionId() ?? "", songs: Object.fromEntries(granted) });

	async function recall() {
		const text = recalled(key);
		if (text === null) return;
		const { readGrants } = await import("@/components/player/recall");
		const kept = readGrants(text);
		// Another session's grants may be over, and are not this one's to count.
		if (!kept || kept.sessionId !== sessionId()) return;
		for (const [song, url] of Object.entries(kept.songs)) if (!granted.has(song)) granted.set(song, url);
	}

	return {
		/** Done once what was kept is here. */
		ready: recall(),
		get: (song: string) => granted.get(song),
		has: (song: string) => granted.has(song),
		set(song: string, url: string) {
			granted.set(song, url);
			write();
		},
		delete(song: string) {
			granted.delete(song);
			write();
		},
	};
}
