import { useEffect, useState } from "react";
import { knownGenres } from "./catalogue";

/** The catalogue's genres; null until they are known. */
export function useGenres(): readonly string[] | null {
	const [genres, setGenres] = useState<readonly string[] | null>(null);
	useEffect(() => {
		let isOver = false;
		void knownGenres().then((found) => isOver || setGenres(found));
		return () => {
			isOver = true;
		};
	}, []);
	return genres;
}
