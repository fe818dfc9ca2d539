"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { type Cut, LiveContext, notLive } from "./live-context";
import { onceLoaded, onceSettled } from "./once-settled";

const loadCutPage = () => import("./cut-page");
const CutPage = lazy(async () => ({ default: (await loadCutPage()).CutPage }));

type LivePageProps = {
	code: string;
	/** The page's own. */
	path: string;
	/** The call that answers what the link shows, where the page can show it by itself. */
	call?: string | null;
	/** ISO; of what is shown. */
	updatedAt?: string;
	/** All of the page. */
	children: ReactNode;
};

/** A shared page that follows what becomes of its link, and gives way to the calm screen at the moment in which it may no longer be seen. */
export function LivePage({ code, path, call = null, updatedAt, children }: LivePageProps) {
	const [live, setLive] = useState(notLive);
	/** `of` is what was taken away: what the server sends after that is for this visitor again. */
	const [cut, setCut] = useState<{ why: Cut; of: ReactNode } | null>(null);
	const isCut = cut !== null && cut.of === children;
	const latest = useRef({ children, updatedAt });
	useEffect(() => {
		latest.current = { children, updatedAt };
	}, [children, updatedAt]);

	useEffect(() => {
		if (isCut) return;
		const hear = {
			line: (isUp: boolean) => setLive((now) => ({ ...now, isUp: isUp || (now.isUp === null ? null : false) })),
			count: (count: number) => setLive((now) => ({ ...now, count })),
			news(news: NonNullable<typeof live.news>) {
				// What was asked for may be overtaken by what was told.
				if (news.updatedAt < (latest.current.updatedAt ?? "")) return;
				latest.current.updatedAt = news.updatedAt;
				setLive((now) => ({ ...now, news }));
			},
			cut: (why: Cut) => setCut({ why, of: latest.current.children }),
		};
		const followed = { code, path: call, shownAt: () => latest.current.updatedAt };
		return onceSettled(() =>
			onceLoaded(
				() => import("./follow-link"),
				({ followLink }) => {
					// Fetched ahead: when it is wanted, it is wanted at once.
					loadCutPage().catch(() => {});
					return followLink(followed, hear);
				},
			),
		);
	}, [code, call, isCut]);

	if (isCut)
		return (
			<Suspense>
				<CutPage why={cut.why} code={code} path={path} />
			</Suspense>
		);
	return <LiveContext value={live}>{children}</LiveContext>;
}
