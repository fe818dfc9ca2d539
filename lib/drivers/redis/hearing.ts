/** Beats are this far apart, in ms. */
export const beatEvery = 100;
/** So many beats late, and what is said on the bus may have been missed. */
const late = 4;
/** How often it is said that one is unsure, in beats. */
const repeatEvery = 5;
/** Whoever fell silent without a word is waited for this long, in beats: a quarter of an hour. */
const ghost = (15 * 60_000) / beatEvery;

type Peer = { silentFor: number; isSure: boolean };

/**
 * Whether this instance hears the others, from beats. Its own beats, which go out and come back over Redis, tell whether it is connected and
 * how late everything is; the others' tell whether they can still speak. Time is counted in beats, not by the clock: a process that stood
 * still for a while has not missed what waits in its socket.
 */
export type Hearing = ReturnType<typeof hearing>;

export function hearing(me: string, tellUnsure: () => void) {
	let now = 0;
	let heard = -late;
	let isSure = false;
	let sinceTold = 0;
	const peers = new Map<string, Peer>();

	function judge(): boolean {
		if (now - heard >= late) return false;
		return [...peers.values()].every((peer) => peer.isSure && peer.silentFor < late);
	}

	return {
		/** To be called at every beat; answers what this one is to say. Tells everybody when they have to be unsure. */
		beat(): { number: number; isSure: boolean } {
			now++;
			sinceTold++;
			for (const [id, peer] of peers) if (++peer.silentFor > ghost) peers.delete(id);
			const was = isSure;
			isSure = judge();
			// Having found one's way back one is unsure once more: what was said meanwhile was missed.
			if (was !== isSure || (!isSure && sinceTold >= repeatEvery)) {
				sinceTold = 0;
				tellUnsure();
			}
			return { number: now, isSure: now - heard < late };
		},
		hear(from: string, beat: { number: number; isSure: boolean }): void {
			if (from === me) heard = Math.max(heard, beat.number);
			else peers.set(from, { silentFor: 0, isSure: beat.isSure });
		},
		bye(from: string): void {
			peers.delete(from);
		},
		/** What was said between this moment and the next beat that is heard was missed. */
		lost(): void {
			heard = now - late;
		},
		isSure: () => isSure,
	};
}
