"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** How far below the window a page's end may be before what follows is fetched, in px. */
const ahead = 1_500;

/**
 * What follows a page that is one of several: a link to the next, which works by itself; where there is a script, what `list` selects in the next page is set
 * below this one's as a reader comes near, and the link leads to the one after that.
 */
export function PagesBelow({ list, children }: { list: string; children: ReactNode }) {
	const below = useRef<HTMLDivElement>(null);
	const link = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const [place, end] = [below.current, link.current];
		if (!place || !end) return;
		const leaving = new AbortController();
		const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void add(), { rootMargin: `0px 0px ${ahead}px` });
		async function add() {
			const next = end?.querySelector("a");
			if (!next || !end) return;
			// Looked at again once what came is laid out: it may be short.
			observer.unobserve(end);
			const page = await pageAt(next.href, leaving.signal);
			const found = page?.querySelector(list);
			if (!found) return;
			place?.append(document.adoptNode(found));
			const after = page?.querySelector<HTMLAnchorElement>('a[rel="next"]');
			if (!after) return next.remove();
			next.href = after.href;
			observer.observe(end);
		}
		observer.observe(end);
		return () => {
			observer.disconnect();
			leaving.abort();
		};
	}, [list]);
	return (
		<>
			<div ref={below} className="contents" />
			<div ref={link}>{children}</div>
		</>
	);
}

/** The page at an address of ours, as a document that runs nothing; null when it does not come. */
async function pageAt(href: string, signal: AbortSignal): Promise<Document | null> {
	try {
		const answer = await fetch(href, { signal });
		return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
	} catch {
		return null;
	}
}
