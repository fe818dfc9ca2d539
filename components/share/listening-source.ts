import type { Source } from "@/components/player/player";
import type { Playable, Track } from "@/components/player/track";
import { worthAnotherTry } from "@/components/player/worth-another-try";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import { grantMemory } from "./grant-memory";
import type { LinkRefusal, OpenShare } from "./model";
import { sessionMemory } from "./session-memory";
import { createVisit, type PlayOutcome } from "./visit";

/** What the page is told. */
export type Tell = {
	remaining: (plays: number) => void;
	/** The last play has been heard, or one too many was tried. */
	limit: () => void;
	refused: (refusal: LinkRefusal) => void;
};

/** What a song waits for that does not begin at once. */
const waiting = {
	offline: (song: string) => `You are offline. ${song} starts when you are back.`,
	away: (song: string) => `Temporarily unavailable. ${song} starts in a moment.`,
};

/** The rules of a link as the player's source: what may be played, how many plays are left, when to ask for an account. */
export function createListeningSource(share: OpenShare, tell: Tell): Source & { resume: () => Promise<void> } {
	const visit = createVisit(share);
	const grants = grantMemory(share.shareId, sessionMemory(share.shareId).get);
	const limited = share.playLimit !== null && !share.signedIn;
	let remaining: number | null = null;
	// The third song's end asks for an account once; who stays may go on hearing what was granted.
	let lastGranted: string | null = null;

	function left(plays: number) {
		remaining = plays;
		tell.remaining(plays);
	}

	/** A song that needs no further request. What was granted before signing in is not used after it: those plays count anew. */
	function kept({ id, youtubeId }: Track): Playable | null {
		const url = share.signedIn ? undefined : grants.get(id);
		if (url === undefined) return null;
		return youtubeId ? { youtubeId } : { url };
	}

	function take(track: Track, outcome: PlayOutcome): Playable | null {
		if (outcome.kind === "granted") {
			const { youtubeId } = track;
			if (!youtubeId && outcome.url === null) {
				void toast("This song cannot be played here.", "bad");
				return null;
			}
			const url = outcome.url ?? streamOf(track);
			if (!share.signedIn) {
				grants.set(track.id, url);
				lastGranted = track.id;
			}
			if (limited && outcome.remaining !== null) left(outcome.remaining);
			return youtubeId ? { youtubeId } : { url };
		}
		if (outcome.kind === "limit") {
			left(0);
			tell.limit();
		} else if (outcome.kind === "refused") tell.refused(outcome);
		else if (outcome.kind === "problem") void toast(outcome.message, "bad");
		return null;
	}

	const streamOf = ({ id }: Track) => `/api/share/${share.shareId}/stream/${id}`;

	/** Asks until there is an answer, or nobody waits for one any more. The same press is counted once, however often it is sent. */
	async function play(track: Track, signal: AbortSignal, { quietly = false } = {}): Promise<Playable | null> {
		for (let attempt = 0; ; attempt++) {
			const outcome = await visit.play(track.id);
			// Taken even when it comes too late: the play is spent, and the song may be heard again.
			if (outcome.kind !== "offline" && outcome.kind !== "away") return take(track, outcome);
			if (attempt === 0 && !quietly) void toast(waiting[outcome.kind](quoted(track.title)), "bad");
			if (!signal.aborted) await worthAnotherTry(attempt, signal);
			if (signal.aborted) return null;
		}
	}

	/** A song that begins from memory has asked nobody: the link may have been turned off meanwhile. */
	async function confirm(url: string) {
		const reason = await visit.diagnose(url);
		if (typeof reason === "object") tell.refused(reason);
	}

	return {
		async resume() {
			const plays = await visit.resume();
			if (plays !== null && remaining === null) left(plays);
		},

		async admit(track, { prepared, signal }) {
			await grants.ready;
			const granted = kept(track);
			if (granted) {
				if (prepared && "url" in granted) void confirm(granted.url);
				return granted;
			}
			if (share.signedIn && prepared) {
				// It begins at once; that it was played is told meanwhile, for as long as it takes.
				void play(track, new AbortController().signal, { quietly: true });
				return { url: streamOf(track) };
			}
			return play(track, signal);
		},

		mayFollow(ended, next) {
			if (remaining !== 0) return true;
			const isLast = ended.id === lastGranted;
			if (isLast) lastGranted = null;
			if (!isLast && (!next || grants.has(next.id))) return true;
			tell.limit();
			return false;
		},

		async recover(track, { again, signal }) {
			for (let attempt = 0; ; attempt++) {
				const url = share.signedIn ? streamOf(track) : grants.get(track.id);
				const reason = url ? await visit.diagnose(url) : "grant";
				if (signal.aborted) return null;
				if (typeof reason === "object") tell.refused(reason);
				else if (reason === "grant") {
					grants.delete(track.id);
					return play(track, signal, { quietly: true });
				} else if (reason === "fine" && !again) return url ? { url } : null;
				else if (reason === "fine") void toast("Your browser cannot play this song.", "bad");
				if (reason !== "offline") return null;
				await worthAnotherTry(attempt, signal);
				if (signal.aborted) return null;
			}
		},

		ahead(track) {
			if (track.youtubeId) return null;
			return share.signedIn ? streamOf(track) : (grants.get(track.id) ?? null);
		},
	};
}
