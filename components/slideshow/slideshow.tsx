"use client";

import { clsx } from "clsx";
import { Content, Description, Portal, Root, Title } from "radix-ui/dialog";
import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { ShowControls, ShowHead, ShowProgress } from "./controls";
import { deedOf } from "./show-keys";
import { type Pace, type Slide, spoken } from "./slide";
import { Stage } from "./stage";
import { useFullscreen } from "./use-fullscreen";
import { useIdle } from "./use-idle";
import { useShow } from "./use-show";
import { useSwipe } from "./use-swipe";
import "./slideshow.css";

type SlideshowProps = {
	title: string;
	slides: readonly Slide[];
	/** The slide that it begins with. */
	start: number;
	pace: Pace;
	/** Whoever watches may keep what they see. */
	keeps?: boolean;
	onClose: () => void;
	/** A slide could not be loaded: its link may be closed. */
	onFailed?: () => void;
};

/** A slideshow over the whole window, and over the whole screen where that is wanted. There is at least one slide. */
export function Slideshow(props: SlideshowProps) {
	return (
		<Root open onOpenChange={(open) => !open && props.onClose()}>
			<Portal>
				<Watching {...props} />
			</Portal>
		</Root>
	);
}

const nothing = () => {};

function Watching({ title, slides, start, pace, keeps = false, onFailed = nothing }: SlideshowProps) {
	const frame = useRef<HTMLDivElement>(null);
	const show = useShow(slides, start, pace);
	const screen = useFullscreen(frame);
	const { idle, wake, rest } = useIdle(show.running);
	const [muted, setMuted] = useState(false);
	const [video, setVideo] = useState({ visit: 0, share: 0 });
	const { isManualMode: isManual } = pace;
	const sound = { muted, toggle: () => setMuted(!muted) };
	const swipe = useSwipe({ on: show.on, back: show.back, tap: idle ? wake : rest });
	const { slide, index } = show;
	const mute = useCallback(() => setMuted(true), []);

	function press(event: KeyboardEvent<HTMLElement>) {
		wake();
		const onButton = event.target instanceof Element && event.target.closest("button") !== null;
		const deed = deedOf(event, onButton);
		if (!deed) return;
		event.preventDefault();
		const deeds = {
			on: show.on,
			back: show.back,
			// There is nothing to pause of a picture that stays.
			toggle: isManual && slide.type === "image" ? show.on : show.toggle,
			fullscreen: screen.toggle,
			mute: sound.toggle,
			first: () => show.goTo(0),
			last: () => show.goTo(slides.length - 1),
		};
		deeds[deed]();
	}

	return (
		<Content
			ref={frame}
			data-kind="session"
			data-theme="dark"
			data-idle={idle || undefined}
			className="fixed inset-0 z-50 overflow-hidden bg-black text-ink outline-none data-idle:cursor-none"
			onKeyDown={press}
			onPointerMove={({ pointerType }) => pointerType === "mouse" && wake()}
			onOpenAutoFocus={(event) => {
				// The show has the keys, and no button looks pressed.
				event.preventDefault();
				frame.current?.focus();
			}}
			tabIndex={-1}
		>
			<Title className="sr-only">{title}</Title>
			<Description className="sr-only">
				{isManual ? "Go on with the arrow keys." : "Space pauses, the arrow keys go on and back."} F fills the screen, Escape closes.
			</Description>
			<div className="absolute inset-0 touch-pan-y touch-pinch-zoom" {...swipe}>
				<Stage
					slides={slides}
					show={show}
					transition={pace.transition}
					muted={muted}
					onMuted={mute}
					onProgress={(share) => setVideo({ visit: show.visit, share })}
					onFailed={onFailed}
				/>
			</div>
			<p role="status" className="sr-only">
				{spoken(slide, index, slides.length)}
			</p>
			<div className={clsx("contents", idle && "[&_.show-bar]:pointer-events-none [&_.show-bar]:opacity-0")}>
				<ShowHead title={title} index={index} count={slides.length} />
				<div className="pointer-events-none absolute inset-x-0 bottom-0 bg-linear-to-t from-black/80 via-black/50 to-transparent pt-12 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
					<Caption key={slide.id} text={slide.caption} />
					<div className="show-bar pointer-events-auto relative! px-3 pt-2 sm:px-5">
						<ShowControls show={show} alone={slides.length === 1} isManual={isManual} sound={sound} screen={screen} keeps={keeps} />
					</div>
				</div>
			</div>
			<ShowProgress show={show} isManual={isManual} video={video.visit === show.visit ? video.share : 0} />
		</Content>
	);
}

/** A long one scrolls, and can be reached to do so. */
function Caption({ text }: { text: string }) {
	if (!text) return null;
	const isLong = text.length > 200;
	return (
		<p
			dir="auto"
			tabIndex={isLong ? 0 : undefined}
			className="pointer-events-auto mx-auto max-h-[28svh] max-w-[46rem] overflow-y-auto px-5 text-center text-[1.0625rem] text-pretty whitespace-pre-line text-white wrap-anywhere"
		>
			{text}
		</p>
	);
}
