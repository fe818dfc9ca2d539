import { useEffect, useState } from "react";
import { useLive } from "./live-context";

/** What a document's page shows since it changed for the first time; null before that. `read` turns what was told into what is drawn, and is kept as it first was. */
export function useLiveDocument<Shown>(
	read: (told: Readonly<Record<string, unknown>>) => Promise<Shown>,
): (Shown & { title: string }) | null {
	const { news } = useLive();
	const [first] = useState(() => read);
	const [shown, setShown] = useState<(Shown & { title: string }) | null>(null);

	useEffect(() => {
		if (!news?.data) return;
		const { title, data } = news;
		let isOld = false;
		// What cannot be read, or drawn, for the moment leaves the page as it is: the next change brings all of it.
		first(data).then(
			(read) => {
				if (isOld) return;
				setShown({ ...read, title: title ?? "" });
				document.title = `${title} · Passalong`;
			},
			() => {},
		);
		return () => {
			isOld = true;
		};
	}, [news, first]);

	return shown;
}
