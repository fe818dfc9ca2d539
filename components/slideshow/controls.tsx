import { ChevronLeft, ChevronRight, Download, Maximize, Minimize, Pause, Play, Volume2, VolumeX, X } from "lucide-react";
import { Close } from "radix-ui/dialog";
import { Button, buttonClass } from "@/components/ui/button";
import type { Show } from "./use-show";

/** The title, which one it is of how many, and the way out. */
export function ShowHead({ title, index, count }: { title: string; index: number; count: number }) {
	return (
		<div className="show-bar top-0 flex items-center gap-3 bg-linear-to-b from-black/70 to-transparent px-3 pt-[max(0.5rem,env(safe-area-inset-top))] pb-8 sm:px-5 sm:pt-4">
			<p dir="auto" className="min-w-0 grow truncate font-display text-lg font-[650]">
				{title}
			</p>
			<p className="shrink-0 text-sm text-white/90 tabular-nums">
				<span className="sr-only">Slide </span>
				{index + 1} / {count}
			</p>
			<Close aria-label="Close" className={buttonClass({ tone: "quiet", size: "m", icon: true })}>
				<X />
			</Close>
		</div>
	);
}

type ShowControlsProps = {
	show: Show;
	/** Of one slide alone there is no other to go to. */
	alone: boolean;
	isManual: boolean;
	sound: { muted: boolean; toggle: () => void };
	screen: { isFull: boolean; isPossible: boolean; toggle: () => void };
	/** Whoever watches may keep what they see. */
	keeps: boolean;
};

/** Back, pause, on; sound for a video; the whole screen. */
export function ShowControls({ show, alone, isManual, sound, screen, keeps }: ShowControlsProps) {
	const isVideo = show.slide.type === "video";
	return (
		<div className="flex items-center justify-center gap-2">
			{!alone && (
				<Button tone="quiet" icon aria-label="Previous" onClick={show.back}>
					<ChevronLeft />
				</Button>
			)}
			{(!isManual || isVideo) && (
				<Button
					size="l"
					icon
					aria-label={show.playing ? "Pause" : "Play"}
					className="border-transparent! bg-white/15!"
					onClick={show.toggle}
				>
					{show.playing ? <Pause /> : <Play />}
				</Button>
			)}
			{!alone && (
				<Button tone="quiet" icon aria-label="Next" onClick={show.on}>
					<ChevronRight />
				</Button>
			)}
			{isVideo && (
				<Button tone="quiet" icon aria-label={sound.muted ? "Sound on" : "Sound off"} onClick={sound.toggle}>
					{sound.muted ? <VolumeX /> : <Volume2 />}
				</Button>
			)}
			{keeps && (
				<a
					href={`${show.slide.url}?download=1`}
					download
					aria-label={`Save this ${isVideo ? "video" : "picture"}`}
					className={buttonClass({ tone: "quiet", icon: true })}
				>
					<Download />
				</a>
			)}
			{screen.isPossible && (
				<Button tone="quiet" icon aria-label={screen.isFull ? "Leave full screen" : "Full screen"} onClick={screen.toggle}>
					{screen.isFull ? <Minimize /> : <Maximize />}
				</Button>
			)}
		</div>
	);
}

/** How much of its time what is seen has had. */
export function ShowProgress({ show, isManual, video }: { show: Show; isManual: boolean; video: number }) {
	const isVideo = show.slide.type === "video";
	if (isManual && !isVideo) return null;
	return (
		<div aria-hidden="true" className="absolute inset-x-0 bottom-0 h-[3px] bg-white/10">
			{isVideo ? (
				<div className="h-full origin-left bg-accent" style={{ scale: `${video} 1` }} />
			) : (
				<div
					key={show.visit}
					className="show-time h-full bg-accent"
					style={{ animationDuration: `${show.stay}ms`, animationPlayState: show.running ? "running" : "paused" }}
				/>
			)}
		</div>
	);
}
