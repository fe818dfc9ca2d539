import { type Answer, api, readAnswer } from "@/components/api";
import type { LinkRefusal, OpenShare } from "./model";
import { refusalOf } from "./refusal-of";
import { sessionMemory } from "./session-memory";

/** What pressing play came to. */
export type PlayOutcome =
	/** `url` is null for what does not stream from here. */
	| { kind: "granted"; url: string | null; remaining: number | null }
	/** No plays left without an account. */
	| { kind: "limit" }
	/** The link no longer opens. */
	| ({ kind: "refused" } & LinkRefusal)
	/** No answer: the same press may be repeated, and is counted once. */
	| { kind: "offline" }
	/** An answer that says "not now": likewise. */
	| { kind: "away" }
	| { kind: "problem"; message: string };

type Session = { sessionId: string; playCount: number };
type Play = { remainingPlays: number | null; streamUrl?: string };

/** A fresh key for one press of play. `crypto.randomUUID` is missing where the site is served without HTTPS. */
function freshKey(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const isGone = (answer: Answer<unknown>): boolean => !answer.ok && (answer.status === 404 || answer.status === 410);

/** Ours or a proxy's word for "not now". */
const isAway = (status: number): boolean => status >= 502 && status <= 504;
/** Whether such an answer, or none, leaves open what was done: the play may have been written before it went wrong. */
const isOpen = (status: number): boolean => status === 0 || status >= 500;

/** This browser's dealings with one link: its session, its plays. Signed-in visitors need no session. */
export function createVisit({ shareId, signedIn, playLimit }: Pick<OpenShare, "shareId" | "signedIn" | "playLimit">) {
	const memory = sessionMemory(shareId);
	// A press whose answer got lost may have been counted: pressing again must repeat it, not spend another play.
	const unanswered = new Map<string, string>();
	let opening: Promise<Answer<Session>> | null = null;

	function openSession(): Promise<Answer<Session>> {
		opening ??= api<Session>("POST", `/api/share/${shareId}/session`, { body: { existingSessionId: memory.get() ?? undefined } }).then(
			(answer) => {
				if (answer.ok) memory.set(answer.data.sessionId);
				else opening = null;
				return answer;
			},
		);
		return opening;
	}

	async function post(songId: string, sessionId: string | undefined): Promise<Answer<Play>> {
		const key = unanswered.get(songId) ?? freshKey();
		unanswered.set(songId, key);
		const call = () =>
			api<Play>("POST", `/api/share/${shareId}/play`, { body: { sessionId, songId }, headers: { "idempotency-key": key } });
		let answer = await call();
		if (!answer.ok && answer.status === 0) answer = await call();
		if (answer.ok || !isOpen(answer.status)) unanswered.delete(songId);
		return answer;
	}

	function outcomeOf(answer: Answer<Play>): PlayOutcome {
		if (!answer.ok) {
			if (answer.status === 0) return { kind: "offline" };
			if (isAway(answer.status)) return { kind: "away" };
			const refusal = refusalOf(answer, signedIn);
			if (refusal) return { kind: "refused", ...refusal };
			return answer.requiresAuth ? { kind: "limit" } : { kind: "problem", message: answer.message };
		}
		return { kind: "granted", url: answer.data.streamUrl ?? null, remaining: answer.data.remainingPlays };
	}

	return {
		/** Plays left in a session that this browser already has; null without one, or without a limit. */
		async resume(): Promise<number | null> {
			if (signedIn || playLimit === null || !memory.get()) return null;
			const answer = await openSession();
			return answer.ok && answer.data.playCount > 0 ? Math.max(0, playLimit - answer.data.playCount) : null;
		},

		/** Asks to play a song: spends a play, unless this session has had the song already. */
		async play(songId: string): Promise<PlayOutcome> {
			if (signedIn) return outcomeOf(await post(songId, undefined));
			const session = await openSession();
			if (!session.ok) return outcomeOf(session);
			const answer = await post(songId, session.data.sessionId);
			if (!isGone(answer)) return outcomeOf(answer);
			// Either the session has run out or the link is off; asking for a new session tells which.
			opening = null;
			const renewed = await openSession();
			return outcomeOf(renewed.ok ? await post(songId, renewed.data.sessionId) : renewed);
		},

		/** Why a stream broke off: the link's refusal, a grant that ran out (null), or a network that is not there. */
		async diagnose(url: string): Promise<"fine" | "grant" | "offline" | LinkRefusal> {
			try {
				const answer = await fetch(url, { headers: { range: "bytes=0-0" } });
				const { status } = answer;
				if (status < 400) return "fine";
				const failure = readAnswer(status, await answer.text());
				const refusal = failure.ok ? null : refusalOf(failure, signedIn);
				return refusal ?? (status === 403 || status === 401 ? "grant" : "offline");
			} catch {
				return "offline";
			}
		},
	};
}
