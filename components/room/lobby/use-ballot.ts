import { useCallback, useEffect, useRef, useState } from "react";
import { ballotLimits, type Film } from "@/lib/rooms/movie";
import { sameFilms } from "../film";
import { useInside } from "../room-context";

type Films = readonly Film[];

export type Ballot = {
	films: Films;
	/** Changes what is there by then, and saves it as soon as it is a ballot. */
	edit: (change: (now: Films) => Films) => void;
	/** What is there now. */
	now: () => Films;
	/** Saves what is not saved yet; false when that was refused. */
	flush: () => Promise<boolean>;
	/** Takes the films of a list in place of these; false when that was refused. */
	take: (listId: string) => Promise<boolean>;
};

/** The host's ballot: what they changed is seen at once, and sent as one after the other. */
export function useBallot(): Ballot {
	const { data, ask } = useInside();
	const [draft, setDraft] = useState<Films | null>(null);
	const latest = useRef<Films>(data.movies);
	const sent = useRef<Films>(data.movies);
	const queue = useRef(Promise.resolve(true));

	// What was saved came back: from now on the room's own is shown, whoever changes it.
	if (draft && sameFilms(draft, data.movies)) setDraft(null);
	const films = draft ?? data.movies;
	useEffect(() => {
		latest.current = films;
	}, [films]);

	const flush = useCallback(() => {
		queue.current = queue.current.then(async () => {
			const films = latest.current;
			if (films === sent.current || films.length < ballotLimits.min) return true;
			sent.current = films;
			const answer = await ask("POST", "/api/session/movies", { movies: films });
			if (!answer.ok) sent.current = [];
			return answer.ok;
		});
		return queue.current;
	}, [ask]);

	const edit = useCallback(
		(change: (now: Films) => Films) => {
			const next = change(latest.current);
			if (next === latest.current) return;
			latest.current = next;
			setDraft(next);
			void flush();
		},
		[flush],
	);

	const take = useCallback(
		async (listId: string) => {
			await queue.current;
			const answer = await ask<{ movies: Film[] }>("POST", "/api/session/movies", { listId });
			if (!answer.ok) return false;
			latest.current = answer.data.movies;
			sent.current = latest.current;
			setDraft(latest.current);
			return true;
		},
		[ask],
	);

	return { films, edit, now: useCallback(() => latest.current, []), flush, take };
}
