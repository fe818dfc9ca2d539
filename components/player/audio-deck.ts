import type { Deck, DeckNews } from "./deck";

/** So close to the end of a track the next one may be fetched, seconds. */
const closeToTheEnd = 20;

/** Plays addresses through an audio element. */
export function createAudioDeck(element: HTMLAudioElement, news: DeckNews): Deck & { dispose: () => void; touch: () => void } {
	const isLoaded = () => element.hasAttribute("src");
	const listeners: Record<string, () => void> = {
		playing: news.playing,
		waiting: news.waiting,
		pause: () => isLoaded() && news.paused(),
		ended: news.ended,
		error: () => isLoaded() && news.broken(),
		timeupdate: news.ticked,
		seeking: news.ticked,
		durationchange: news.ticked,
		progress: news.ticked,
		emptied: news.ticked,
	};
	for (const [name, hear] of Object.entries(listeners)) element.addEventListener(name, hear);
	// A refusal to start by itself shows as "paused"; a broken stream has its own event, and a newer track ends an older wish.
	const play = () =>
		void element.play().catch((error: unknown) => error instanceof DOMException && error.name === "NotAllowedError" && news.paused());
	const length = () => (Number.isFinite(element.duration) ? element.duration : 0);

	return {
		load(url, from) {
			element.src = url;
			if (from > 0) element.currentTime = from;
			play();
		},
		play,
		pause: () => element.pause(),
		seek(to) {
			element.currentTime = to;
		},
		setVolume(volume) {
			element.volume = volume;
		},
		time: () => element.currentTime,
		length,
		isNearlyDone() {
			const { buffered } = element;
			const loadedTo = buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
			return length() > 0 && (loadedTo >= length() - 0.5 || element.currentTime >= length() - closeToTheEnd);
		},
		clear() {
			if (!isLoaded()) return;
			element.removeAttribute("src");
			element.load();
		},
		/** Called in the middle of a press: iOS lets an element play later only if it was touched during one. */
		touch() {
			if (!isLoaded()) element.load();
		},
		dispose() {
			for (const [name, hear] of Object.entries(listeners)) element.removeEventListener(name, hear);
		},
	};
}
