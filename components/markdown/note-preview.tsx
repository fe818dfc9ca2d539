"use client";

import { lazy, Suspense, useDeferredValue, useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { useBrowserValue } from "@/components/ui/use-browser-value";

const Markdown = lazy(async () => ({ default: (await import("@/components/ui/markdown")).Markdown }));

/** So long a text is shown when somebody stops typing for a moment; a shorter one with every key. */
const long = 20_000;
const pause = 400;

const wide = "(min-width: 64rem)";
const onWidth = (changed: () => void) => {
	const query = matchMedia(wide);
	query.addEventListener("change", changed);
	return () => query.removeEventListener("change", changed);
};

/** What a note looks like, a moment after it was typed. Loaded and drawn only where it is seen. */
export function NotePreview({ text, isShown }: { text: string; isShown: boolean }) {
	const isBeside = useBrowserValue(() => matchMedia(wide).matches, false, onWidth);
	const settled = useDeferredValue(useSettled(text));
	if (!isShown && !isBeside) return null;
	if (settled.trim() === "") return <p className="text-ink-3">What you write is shown here.</p>;
	return (
		<Suspense fallback={<Skeleton className="h-24 w-full" />}>
			<Markdown text={settled} />
		</Suspense>
	);
}

function useSettled(text: string): string {
	const [settled, setSettled] = useState(text);
	const waits = text.length > long;
	useEffect(() => {
		if (!waits) return;
		const timer = setTimeout(() => setSettled(text), pause);
		return () => clearTimeout(timer);
	}, [text, waits]);
	return waits ? settled : text;
}
