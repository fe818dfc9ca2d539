import { useEffect, useRef, useState } from "react";
import type { Track } from "@/components/player/track";
import type { Source } from "@/components/player/use-player";
import { toast } from "@/components/ui/toast";
import type { OpenShare, RefusalCode } from "./model";
import { createVisit, type PlayOutcome } from "./visit";

/** The rules of a link as the player's source: what may be played, how many plays are left, when to ask for an account. */
export function useListeningSource(share: OpenShare) {
	const [visit] = useState(() => createVisit(share));
	const [remaining, setRemaining] = useState<number | null>(null);
	const [asking, setAsking] = useState(false);
	const [refusal, setRefusal] = useState<RefusalCode | null>(null);
	// Songs granted in this page play again from their address, without another request.
	const granted = useRef(new Map<string, string>());
	const lastGranted = useRef<string | null>(null);

	useEffect(() => {
		void visit.resume().then((left) => setRemaining((now) => now ?? left));
	}, [visit]);

	function take(track: Track, outcome: PlayOutcome): string | null {
		if (outcome.kind === "granted") {
			granted.current.set(track.id, outcome.url);
			lastGranted.current = track.id;
			if (share.playLimit !== null && !share.signedIn) setRemaining(outcome.remaining);
			return outcome.url;
		}
		if (outcome.kind === "limit") {
			setRemaining(0);
			setAsking(true);
		} else if (outcome.kind === "refused") setRefusal(outcome.code);
		else void toast(outcome.message, "bad");
		return null;
	}

	const source: Source = {
		async admit(track) {
			return granted.current.get(track.id) ?? take(track, await visit.play(track.id));
		},
		mayFollow(ended, next) {
			const spent = remaining === 0;
			// The last song that could be granted has been heard, or what comes next would be one too many.
			if (!spent || (ended.id !== lastGranted.current && next && granted.current.has(next.id))) return true;
			setAsking(true);
			return false;
		},
		async recover(track, again) {
			const url = granted.current.get(track.id);
			const reason = url ? await visit.diagnose(url) : "grant";
			if (typeof reason === "object") setRefusal(reason.code);
			else if (reason === "grant") {
				granted.current.delete(track.id);
				return take(track, await visit.play(track.id));
			} else if (reason === "fine" && !again) return url ?? null;
			else void toast(reason === "fine" ? "Your browser cannot play this song." : "You seem to be offline. Try again.", "bad");
			return null;
		},
	};

	return { source, remaining, asking, setAsking, refusal };
}
