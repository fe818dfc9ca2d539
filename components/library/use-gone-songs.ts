import { useEffect, useEffectEvent } from "react";
import { api } from "@/components/api";
import { counted } from "@/components/ui/count-text";
import { toast } from "@/components/ui/toast";

/**
 * Takes out what was deleted elsewhere (another tab, another device) since the page was opened: with such a song in it nothing of the
 * playlist could be saved. Looks when `problem` says that the songs are what is wrong; `keep` leaves those in that are still there and answers
 * how many went.
 */
export function useGoneSongs(problem: string | undefined, keep: (isThere: (id: string) => boolean) => number): void {
	const takeOut = useEffectEvent(async () => {
		const answer = await api<{ id: string }[]>("GET", "/api/songs");
		if (!answer.ok) return;
		const there = new Set(answer.data.map(({ id }) => id));
		const gone = keep((id) => there.has(id));
		if (gone > 0) void toast(`${counted(gone, "song")} deleted elsewhere left this playlist`);
	});
	useEffect(() => {
		if (problem) void takeOut();
	}, [problem]);
}
