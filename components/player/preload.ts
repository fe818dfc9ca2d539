/** What is larger is streamed as always: it would take too much of a phone's memory. Bytes. */
const largest = 40_000_000;

/**
 * Keeps one track in memory before it is asked for, so that it follows without a gap, and also when the network has gone
 * meanwhile. Only what may be heard already is ever given to it.
 */
export function createPreload() {
	let wanted: { id: string; url: string; abort: AbortController; file: Blob | null } | null = null;
	let inUse: string | null = null;

	return {
		/** Fetches the track, unless it is here or on its way. What was fetched before and is another track goes. */
		want(id: string, url: string): void {
			if (wanted?.id === id) return;
			wanted?.abort.abort();
			const mine = { id, url, abort: new AbortController(), file: null as Blob | null };
			wanted = mine;
			void fetch(url, { signal: mine.abort.signal })
				.then(async (answer) => {
					if (answer.ok && Number(answer.headers.get("content-length") ?? Number.POSITIVE_INFINITY) <= largest)
						mine.file = await answer.blob();
					else mine.abort.abort();
				})
				// Not there in time: then it is streamed.
				.catch(() => {});
		},

		has: (id: string): boolean => wanted?.id === id && wanted.file !== null,

		/** The address to play the track from: the file in memory when it is here, else `url`. */
		addressOf(id: string, url: string): string {
			if (inUse) URL.revokeObjectURL(inUse);
			inUse = wanted?.id === id && wanted.file ? URL.createObjectURL(wanted.file) : null;
			if (wanted?.id === id) {
				wanted.abort.abort();
				wanted = null;
			}
			return inUse ?? url;
		},

		forget(): void {
			wanted?.abort.abort();
			wanted = null;
		},
	};
}
