"use client";

import { type ReactNode, Suspense, useState } from "react";

/**
 * Whether something that is loaded on demand stands open. It is first rendered when it is first opened, and from then on stays, so
 * that it can close gracefully and give the focus back.
 */
export function useLazyOpen() {
	const [open, setOpen] = useState(false);
	const [wanted, setWanted] = useState(false);
	return {
		open,
		setOpen: (next: boolean) => {
			setOpen(next);
			if (next) setWanted(true);
		},
		whenWanted: (content: ReactNode) => (wanted ? <Suspense>{content}</Suspense> : null),
	};
}
