import { useEffect, useRef, useState } from "react";
import type { Slide } from "./slide";

type Seen = {
	slide: Slide;
	/** Which one it is, from 1. */
	place: number;
	/** Which visit it is; null while it is not the one that is seen. */
	visit: number | null;
	/** It is there, or never will be. */
	onReady: () => void;
	onFailed: () => void;
};

/** A small picture is not blown up to a blur. */
const sizeOf = ({ width, height }: Slide) => ({ maxWidth: `${width * 2}px`, maxHeight: `${height * 2}px` });

const nameOf = ({ type, caption }: Slide, place: number) => caption || `${type === "image" ? "Picture" : "Video"} ${place}`;

/** Tells each visit once that the slide is there, and when it went wrong. */
function useArrival({ visit, onReady, onFailed }: Pick<Seen, "visit" | "onReady" | "onFailed">) {
	const [state, setState] = useState<"coming" | "there" | "failed">("coming");
	const told = useRef<number | null>(null);
	useEffect(() => {
		if (visit === null || state === "coming" || told.current === visit) return;
		told.current = visit;
		onReady();
		if (state === "failed") onFailed();
	});
	return { state, arrive: () => setState("there"), fail: () => setState("failed") };
}

/** A picture, as large as fits; until it is there its thumbnail, blurred. */
export function PictureSlide({ slide, place, ...seen }: Seen) {
	const { state, arrive, fail } = useArrival(seen);
	return (
		<>
			{state === "coming" && slide.thumbnail && (
				// biome-ignore lint/performance/noImgElement: a file of our own, small
				<img src={slide.thumbnail} alt="" aria-hidden="true" draggable={false} className="show-fit blur-md" style={sizeOf(slide)} />
			)}
			{state === "failed" ? (
				<Missing what="picture" />
			) : (
				// biome-ignore lint/performance/noImgElement: a file of our own, at the size it was uploaded
				<img
					src={slide.url}
					alt={nameOf(slide, place)}
					width={slide.width}
					height={slide.height}
					decoding="async"
					draggable={false}
					className="show-fit"
					style={sizeOf(slide)}
					onLoad={arrive}
					onError={fail}
					ref={(image) => {
						// It may have come before anybody listened.
						if (state === "coming" && image?.complete && image.naturalWidth > 0) arrive();
					}}
				/>
			)}
		</>
	);
}

type Moving = Seen & { playing: boolean; muted: boolean; onEnded: () => void; onMuted: () => void; onProgress: (share: number) => void };

/** A video, which plays to its end; muted where the browser allows no sound that nobody asked for. */
export function VideoSlide({ slide, place, playing, muted, onEnded, onMuted, onProgress, ...seen }: Moving) {
	const { state, arrive, fail } = useArrival(seen);
	const video = useRef<HTMLVideoElement>(null);
	const { visit } = seen;
	const isSeen = visit !== null;

	useEffect(() => {
		const player = video.current;
		if (!player || visit === null) return;
		// Who comes to it again sees it from its beginning.
		player.currentTime = 0;
		return () => player.pause();
	}, [visit]);

	useEffect(() => {
		const player = video.current;
		if (!player || visit === null) return;
		if (!playing) return player.pause();
		player.play().catch((error: unknown) => {
			if (!(error instanceof DOMException) || error.name !== "NotAllowedError" || player.muted) return;
			player.muted = true;
			onMuted();
			void player.play().catch(() => {});
		});
	}, [visit, playing, onMuted]);

	if (state === "failed") return <Missing what="video" />;
	return (
		<video
			ref={video}
			src={slide.url}
			poster={slide.thumbnail ?? undefined}
			aria-label={nameOf(slide, place)}
			preload={isSeen ? "auto" : "metadata"}
			playsInline
			muted={muted}
			className="show-fit"
			style={{ ...sizeOf(slide), aspectRatio: `${slide.width} / ${slide.height}` }}
			onLoadedData={arrive}
			onError={fail}
			onEnded={() => isSeen && onEnded()}
			onTimeUpdate={({ currentTarget: { currentTime, duration } }) => isSeen && onProgress(duration > 0 ? currentTime / duration : 0)}
		/>
	);
}

function Missing({ what }: { what: string }) {
	return <p className="px-6 text-center text-ink-2">This {what} could not be loaded.</p>;
}
