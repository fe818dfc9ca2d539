import type { Deck, DeckNews } from "./deck";
import { readYouTubeMessage } from "./youtube-message";

const origin = "https://www.youtube-nocookie.com";
/** So long the embedded player may take to say a word, milliseconds. */
const patience = 15_000;
/** It hears us only once it has started, so we say that we listen until it answers: this often, milliseconds. */
const knocking = 250;
/** So long after a leap its times may still be those from before, milliseconds. */
const settling = 1_000;

const states = { ended: 0, playing: 1, paused: 2, buffering: 3 };

/** YouTube's own error codes, https://developers.google.com/youtube/iframe_api_reference#onError */
function errorText(code: number): string {
	if (code === 100) return "This video is gone from YouTube, or private.";
	if (code === 101 || code === 150) return "This video may be watched on YouTube only.";
	return "YouTube cannot play this video here.";
}

/**
 * Plays videos in YouTube's privacy-enhanced player, which is shown inside `stage`. Its script stays in its own frame: we speak
 * with it by messages, the same that YouTube's own script for pages sends.
 */
export function createYouTubeDeck(stage: HTMLElement, news: DeckNews): Deck {
	let frame: HTMLIFrameElement | null = null;
	let isReady = false;
	let state = -1;
	let begun = false;
	let [id, from, time, length, volume] = ["", 0, 0, 0, 1];
	let leapt = Number.NEGATIVE_INFINITY;
	let knock: ReturnType<typeof setInterval> | undefined;
	let giveUp: ReturnType<typeof setTimeout> | undefined;

	// What was asked of a video that has not begun: it is done when it does.
	let wished: { second: number | null; paused: boolean } = { second: null, paused: false };

	const say = (message: Record<string, unknown>, to = origin) =>
		frame?.contentWindow?.postMessage(JSON.stringify({ id: 1, channel: "widget", ...message }), to);
	const command = (func: string, ...args: unknown[]) => isReady && say({ event: "command", func, args });

	function hear(message: MessageEvent) {
		if (message.origin !== origin || message.source !== frame?.contentWindow) return;
		const said = readYouTubeMessage(message.data);
		if (!said) return;
		if (!isReady) {
			isReady = true;
			clearInterval(knock);
			clearTimeout(giveUp);
			for (const event of ["onStateChange", "onError"]) command("addEventListener", event);
			tellVolume();
		}
		if (said.event === "error") return fail(errorText(said.code));
		if (said.event !== "info") return;
		if (said.duration) length = said.duration;
		if (said.state !== undefined && said.state !== state) enter(said.state);
		// What still arrives about the video before is not about this one.
		if (said.time !== undefined && begun && !isStale(said.time)) time = said.time;
		news.ticked();
	}

	/** After a leap the player still says for a moment where it was before. */
	const isStale = (said: number) => performance.now() < leapt + settling && Math.abs(said - time) > 2;

	function enter(next: number) {
		if (next === states.ended && !begun) return;
		state = next;
		if (!begun && (next === states.playing || next === states.buffering)) begin();
		if (next === states.playing) news.playing();
		else if (next === states.buffering) news.waiting();
		else if (next === states.paused) news.paused();
		else if (next === states.ended) {
			time = length;
			news.ended();
		}
	}

	function begin() {
		begun = true;
		const { second, paused } = wished;
		wished = { second: null, paused: false };
		if (second !== null) {
			leapt = performance.now();
			command("seekTo", second, true);
		}
		if (paused) command("pauseVideo");
	}

	function fail(why: string) {
		close();
		news.failed(why);
	}

	function tellVolume() {
		command("setVolume", Math.round(volume * 100));
		command(volume === 0 ? "mute" : "unMute");
	}

	function open() {
		close();
		const address = new URL(`/embed/${encodeURIComponent(id)}`, origin);
		const settings = {
			enablejsapi: "1",
			autoplay: "1",
			playsinline: "1",
			rel: "0",
			origin: location.origin,
			start: String(Math.floor(from)),
		};
		address.search = new URLSearchParams(settings).toString();
		frame = document.createElement("iframe");
		frame.title = "Video from YouTube";
		frame.allow = "autoplay; encrypted-media; picture-in-picture; fullscreen";
		// YouTube plays for nobody who hides where they are. It learns our address, and not which link it is.
		frame.referrerPolicy = "strict-origin-when-cross-origin";
		frame.src = address.toString();
		frame.className = "size-full border-0";
		addEventListener("message", hear);
		knock = setInterval(() => say({ event: "listening" }, "*"), knocking);
		giveUp = setTimeout(() => fail("YouTube cannot be reached from here."), patience);
		stage.replaceChildren(frame);
	}

	function close() {
		removeEventListener("message", hear);
		clearInterval(knock);
		clearTimeout(giveUp);
		frame?.remove();
		frame = null;
		isReady = false;
	}

	return {
		load(video, second) {
			wished = { second: null, paused: false };
			[id, from, time, length, state, begun] = [video, second, second, 0, -1, false];
			if (isReady) command("loadVideoById", { videoId: id, startSeconds: from });
			else open();
			news.ticked();
		},
		play() {
			wished.paused = false;
			if (frame) return void command("playVideo");
			from = time;
			[state, begun] = [-1, false];
			open();
			news.waiting();
		},
		pause() {
			if (!begun) wished.paused = true;
			command("pauseVideo");
		},
		seek(to) {
			time = to;
			leapt = performance.now();
			if (begun) command("seekTo", to, true);
			else wished.second = to;
			news.ticked();
		},
		setVolume(to) {
			volume = to;
			tellVolume();
		},
		time: () => time,
		length: () => length,
		isNearlyDone: () => length > 0 && length - time <= 20,
		clear() {
			close();
			[id, time, length, state, begun] = ["", 0, 0, -1, false];
		},
	};
}
