import { useEffect, useState } from "react";
import { type FoundFilm, findFilms, type Wanted } from "./catalogue";

/** In ms: typing goes on. */
const pause = 200;

/** What the catalogue has of it: null until it answered, `failed` when it could not. What was found before stays in sight meanwhile. */
export function useCatalogue(wanted: Wanted): { films: readonly FoundFilm[] | null; failed: boolean; retry: () => void } {
	const [films, setFilms] = useState<readonly FoundFilm[] | null>(null);
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	const key = JSON.stringify(wanted);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
	useEffect(() => {
		let isOver = false;
		const timer = setTimeout(async () => {
			const found = await findFilms(JSON.parse(key) as Wanted);
			if (isOver) return;
			setFailed(found === null);
			if (found) setFilms(found);
		}, pause);
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [key, attempt]);

	return { films, failed, retry: () => setAttempt((now) => now + 1) };
}
