import { useEffect, useState } from "react";
import { createListeningSource, type Tell } from "./listening-source";
import type { OpenShare } from "./model";

/** A link's rules for the player, and how many plays they leave. `tell` is kept as it first was. */
export function useListeningSource(share: OpenShare, tell: Omit<Tell, "remaining">) {
	const [remaining, setRemaining] = useState<number | null>(null);
	const [source] = useState(() => createListeningSource(share, { ...tell, remaining: setRemaining }));
	useEffect(() => {
		void source.resume();
	}, [source]);
	return { source, remaining };
}
