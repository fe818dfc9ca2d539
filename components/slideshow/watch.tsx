"use client";

import { Play } from "lucide-react";
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useState } from "react";
import { api } from "@/components/api";
import type { LinkRefusal } from "@/components/share/model";
import { refusalOf } from "@/components/share/refusal-of";
import { Button } from "@/components/ui/button";
import { useGrowing } from "@/components/ui/use-growing";
import { type Pace, type Slide, spoken } from "./slide";
import { pathsOf } from "./slide-paths";
import { Thumb } from "./thumb";
import { useShowWindow } from "./use-show-window";

const loadShow = () => import("./slideshow");
const Slideshow = lazy(async () => ({ default: (await loadShow()).Slideshow }));
const ClosedLink = lazy(async () => ({ default: (await import("@/components/share/closed-link")).ClosedLink }));

/** A picture or video as its kind publishes it; `thumbnail` is the version of its thumbnail. */
export type Published = Omit<Slide, "url"> & { seconds: number | null };
type Watched = Slide & { seconds: number | null };
type WatchProps = {
	title: string;
	media: readonly Published[];
	/** Where the files are. Their paths are made here: five hundred of them are most of a page otherwise. */
	files: string;
	pace: Pace;
	keeps: boolean;
	/** The code of the link, and the path of its page. */
	code: string;
	path: string;
	children: ReactNode;
};

const WatchContext = createContext<{ open: (index: number) => void; slides: readonly Watched[] }>({ open: () => {}, slides: [] });

/** Makes a page one that a slideshow starts from; it gives way to the one calm screen when the link has closed meanwhile. */
export function Watch({ title, media, files, pace, keeps, code, path, children }: WatchProps) {
	const slides = useMemo(() => media.map((medium) => ({ ...medium, ...pathsOf(files, medium) })), [media, files]);
	const window = useShowWindow();
	const [refusal, setRefusal] = useState<LinkRefusal | null>(null);

	useEffect(() => {
		// Nobody wants to wait for the player once they pressed.
		void loadShow();
	}, []);

	/** A slide that does not load may be broken, or its link closed. */
	async function look() {
		const answer = await api("GET", `/api/shared/media/${code}`);
		const closed = answer.ok ? null : refusalOf(answer, true);
		if (!closed) return;
		window.close();
		setRefusal(closed);
	}

	if (refusal)
		return (
			<Suspense>
				<ClosedLink refusal={refusal} shareId={code} path={path} />
			</Suspense>
		);
	return (
		<WatchContext value={{ open: window.open, slides }}>
			{children}
			{window.from !== null && (
				<Suspense>
					<Slideshow
						title={title}
						slides={slides}
						start={window.from}
						pace={pace}
						keeps={keeps}
						onClose={window.close}
						onFailed={() => void look()}
					/>
				</Suspense>
			)}
		</WatchContext>
	);
}

/** Starts the slideshow from its beginning. */
export function StartButton() {
	const { open } = useContext(WatchContext);
	return (
		<Button tone="primary" size="l" onClick={() => open(0)}>
			<Play className="fill-current" /> Start slideshow
		</Button>
	);
}

/** All of its pictures and videos, small; pressing one starts there. */
export function Pictures() {
	const { open, slides } = useContext(WatchContext);
	const { count, end, more } = useGrowing(slides.length);
	return (
		<>
			<ul aria-label="Pictures" className="grid w-full grid-cols-3 gap-1.5 sm:grid-cols-4 sm:gap-2.5 lg:grid-cols-5">
				{slides.slice(0, count).map((slide, index) => (
					<li key={slide.id}>
						<button type="button" onClick={() => open(index)} className="block w-full rounded-md transition-opacity hover:opacity-85">
							<span className="sr-only">Start at {spoken(slide, index, slides.length)}</span>
							<Thumb of={slide} className="aspect-[4/3] w-full rounded-md" />
						</button>
					</li>
				))}
			</ul>
			{more && <div ref={end} />}
		</>
	);
}
