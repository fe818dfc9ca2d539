"use client";

import { useCountedView } from "./use-counted-view";

/** Stands in a shared page that needs no other script, and counts its view. */
export function CountedView({ code }: { code: string }) {
	useCountedView(code);
	return null;
}
