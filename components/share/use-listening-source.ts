import { useEffect, useState } from "react";
import { createListeningSource } from "./listening-source";
import type { LinkRefusal, OpenShare } from "./model";

/** A link's rules for the player, and what they say meanwhile. `onLimit` is called when an account is asked for. */
export function useListeningSource(share: OpenShare, onLimit: () => void) {
	const [remaining, setRemaining] = useState<number | null>(null);
	const [refusal, setRefusal] = useState<LinkRefusal | null>(null);
	const [source] = useState(() => createListeningSource(share, { remaining: setRemaining, limit: onLimit, refused: setRefusal }));
	useEffect(() => {
		void source.resume();
	}, [source]);
	return { source, remaining, refusal };
}
