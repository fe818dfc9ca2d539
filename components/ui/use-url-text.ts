import { useSearchParams } from "next/navigation";
import { useState } from "react";

/**
 * A text that the page's address keeps (`?name=…`), so that going back, reloading and passing the address on show the same again.
 * `standard` is what an address without it means; what `fits` does not accept counts as that too.
 */
export function useUrlText<Text extends string>(
	name: string,
	standard: Text,
	fits: (text: string) => text is Text,
): [Text, (next: Text) => void] {
	const params = useSearchParams();
	// The address follows what is typed, not the other way round: it changes in a transition, too late for a field.
	const [text, setText] = useState<Text>(() => {
		const given = params.get(name);
		return given !== null && fits(given) ? given : standard;
	});
	return [
		text,
		(next) => {
			setText(next);
			const address = new URL(window.location.href);
			if (next === standard) address.searchParams.delete(name);
			else address.searchParams.set(name, next);
			window.history.replaceState(null, "", address);
		},
	];
}

/** Any text of a length that somebody may type. */
export const anyText = (text: string): text is string => text.length <= 200;

/** One of these. */
export const oneOf =
	<Text extends string>(allowed: readonly Text[]) =>
	(text: string): text is Text =>
		allowed.some((each) => each === text);
