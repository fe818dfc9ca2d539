import { drawn } from "./show-state";
import type { Slide, Transition } from "./slide";
import { PictureSlide, VideoSlide } from "./slide-view";
import type { Show } from "./use-show";

type StageProps = {
	slides: readonly Slide[];
	show: Show;
	transition: Transition;
	muted: boolean;
	/** The browser plays it only without its sound. */
	onMuted: () => void;
	/** How far a video is, 0 to 1. */
	onProgress: (share: number) => void;
	onFailed: () => void;
};

/** What is seen, what leaves and what comes next, one above the other. */
export function Stage({ slides, show, transition, muted, onMuted, onProgress, onFailed }: StageProps) {
	return (
		<div className="show-stage" data-transition={transition} data-way={show.way}>
			{drawn(show, slides.length).map(({ index, part }) => {
				const slide = slides[index];
				if (!slide) return null;
				const seen = part === "seen";
				return (
					<div key={slide.id} className="show-layer" data-part={seen && show.left === null ? "first" : part} aria-hidden={!seen}>
						{slide.type === "image" ? (
							<PictureSlide slide={slide} place={index + 1} visit={seen ? show.visit : null} onReady={show.ready} onFailed={onFailed} />
						) : (
							<VideoSlide
								slide={slide}
								place={index + 1}
								visit={seen ? show.visit : null}
								playing={show.playing}
								muted={muted}
								onReady={show.ready}
								onEnded={show.ended}
								onMuted={onMuted}
								onProgress={onProgress}
								onFailed={onFailed}
							/>
						)}
					</div>
				);
			})}
		</div>
	);
}
