"use client";

import { Chip } from "@/components/ui/chip";
import { useListening } from "./listening-context";

/** "2 plays remaining", said politely when it changes. Stands empty in the page before, so that the first change is heard too. */
export function PlaysLeft() {
	const { remaining } = useListening();
	const text =
		remaining === null
			? ""
			: remaining === 0
				? "No plays remaining"
				: remaining === 1
					? "1 play remaining"
					: `${remaining} plays remaining`;
	return <span role="status">{text && <Chip tone="warn">{text}</Chip>}</span>;
}
