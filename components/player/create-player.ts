import { createAudioDeck } from "./audio-deck";
import type { Deck, DeckNews } from "./deck";
import { currentOf, inOrder, type Order, picked, shuffled, stepped, unshuffled, upNext, without } from "./order";
import type { Player, PlayerActions, PlayerState, Source } from "./player";
import { createPreload } from "./preload";
import type { Playable } from "./track";

const idle: PlayerState = {
	current: null,
	queue: [],
	upNext: [],
	phase: "idle",
	awaited: null,
	hasNext: false,
	repeat: "off",
	shuffle: false,
	volume: 1,
	muted: false,
	video: false,
	trouble: null,
	ended: false,
	mending: false,
};

/** A press of "Previous" this many seconds into a song goes back to its start. */
const firstSeconds = 3;

/** Plays a queue of tracks through one deck at a time. `subscribe` tells of a new `snapshot`, `onTick` of time going by. */
export function createPlayer(first: Source) {
	let source = first;
	let state = idle;
	let order: Order | null = null;
	let audio: ReturnType<typeof createAudioDeck> | null = null;
	let video: Deck | null = null;
	let stage: HTMLElement | null = null;
	let deck: Deck | null = null;
	// A newer press makes the answer to an older one stale.
	let press = new AbortController();
	// The second at which the track waits to be begun; at which the stream broke off; and where it was last taken up.
	let cued: number | null = null;
	let broken: number | null = null;
	let mended: number | null = null;
	const preload = createPreload();
	const readers = new Set<() => void>();
	const clocks = new Set<() => void>();

	function set(change: Partial<PlayerState>) {
		state = { ...state, ...change };
		const { current, repeat } = state;
		snapshot = {
			...actions,
			...state,
			upNext: order ? upNext(order) : [],
			hasNext: current !== null && order !== null && stepped(order, 1, repeat) !== null,
		};
		for (const notify of readers) notify();
	}

	const fresh = () => {
		press.abort();
		press = new AbortController();
		return press.signal;
	};
	const loudness = () => (state.muted ? 0 : state.volume);
	const tick = () => {
		for (const notify of clocks) notify();
	};
	const place = (wanted: Order) => {
		order = wanted;
		return { current: currentOf(wanted) ?? null, queue: wanted.tracks };
	};

	/** What a deck says counts only while it is the one that plays. */
	const newsOf = (self: () => Deck | null): DeckNews => {
		const mine =
			<Args extends unknown[]>(hear: (...args: Args) => void) =>
			(...args: Args) => {
				if (deck !== null && deck === self()) hear(...args);
			};
		return {
			playing: mine(() => set({ phase: "playing", trouble: null, ended: false })),
			waiting: mine(() => set({ phase: "loading", trouble: null })),
			paused: mine(() => !state.mending && set({ phase: "paused" })),
			ended: mine(follow),
			broken: mine(() => {
				const from = deck?.time() || mended || 0;
				broken = from;
				// Something else has been asked for: that comes, or this goes on when play is pressed.
				if (state.awaited) set({ phase: "paused" });
				else void mend(mended !== null && Math.abs(from - mended) < 1);
			}),
			failed: mine((why) => set({ phase: "paused", trouble: why })),
			ticked: mine(() => {
				tick();
				lookAhead();
			}),
		};
	};

	function lookAhead() {
		const next = order && state.repeat !== "one" ? stepped(order, 1, state.repeat) : null;
		const track = next && currentOf(next);
		if (!track || track.id === state.current?.id || !deck?.isNearlyDone()) return;
		const url = source.ahead?.(track);
		if (url) preload.want(track.id, url);
	}

	async function load(id: string, what: Playable, from: number, signal: AbortSignal) {
		if ("url" in what) {
			video?.clear();
			deck = audio;
			set({ phase: "loading", trouble: null, ended: false, mending: false, video: false });
			deck?.setVolume(loudness());
			deck?.load(preload.addressOf(id, what.url), from);
			return;
		}
		audio?.clear();
		set({ phase: "loading", trouble: null, ended: false, mending: false, video: true });
		// Nothing of it is here, or anywhere near YouTube, before somebody asks for a video. Until then it waits at its second.
		cued = from;
		const { createYouTubeDeck } = await import("./youtube-deck");
		if (signal.aborted || !stage) return;
		video ??= createYouTubeDeck(
			stage,
			newsOf(() => video),
		);
		deck = video;
		deck.setVolume(loudness());
		const second = cued;
		cued = null;
		deck.load(what.youtubeId, second);
	}

	async function begin(wanted: Order, from = 0) {
		const track = currentOf(wanted);
		if (!track) return;
		const signal = fresh();
		audio?.touch();
		set({ awaited: track, mending: false });
		const what = await source.admit(track, { prepared: preload.has(track.id), signal });
		if (signal.aborted) return;
		set({ awaited: null });
		if (!what) return;
		cued = broken = mended = null;
		set(place(wanted));
		await load(track.id, what, from, signal);
	}

	async function mend(again: boolean) {
		const track = state.current;
		if (!track || broken === null) return;
		const signal = fresh();
		set({ phase: "loading", awaited: null, mending: true });
		const what = await source.recover(track, { again, signal });
		if (signal.aborted) return;
		const from = broken ?? 0;
		if (!what) return set({ phase: "paused", mending: false });
		broken = null;
		mended = from;
		await load(track.id, what, from, signal);
	}

	function follow() {
		if (!order || !state.current) return;
		const next = state.repeat === "one" ? order : stepped(order, 1, state.repeat);
		set({ phase: "paused", ended: state.repeat !== "one" });
		if (source.mayFollow && !source.mayFollow(state.current, next ? currentOf(next) : undefined)) return;
		if (state.repeat === "one" && deck) {
			deck.seek(0);
			deck.play();
		} else if (next) void begin(next);
	}

	const step = (by: number) => {
		const next = order && stepped(order, by, state.repeat);
		if (next) void begin(next);
	};

	const actions: PlayerActions = {
		start(queue, index) {
			const isSame = order !== null && queue.length === order.tracks.length && queue.every(({ id }, at) => id === order?.tracks[at]?.id);
			if (order && isSame)
				void begin(
					state.shuffle || !order.sequence.includes(index) ? picked(order, index) : { ...order, at: order.sequence.indexOf(index) },
				);
			else void begin(state.shuffle ? shuffled(inOrder(queue, index)) : inOrder(queue, index));
		},
		cue(queue, index, second) {
			if (state.current || state.awaited || !queue[index]) return;
			cued = second;
			set({ ...place(state.shuffle ? shuffled(inOrder(queue, index)) : inOrder(queue, index)), phase: "paused" });
			tick();
		},
		toggle() {
			if (!order || !state.current) return;
			if (state.phase === "loading" || state.phase === "playing") actions.pause();
			else if (cued !== null) void begin(order, cued);
			else if (broken !== null) void mend(false);
			else deck?.play();
		},
		pause() {
			if (state.mending || state.awaited || cued !== null) fresh();
			deck?.pause();
			set({ awaited: null, mending: false, ...(state.current ? { phase: "paused" } : {}) });
		},
		next: () => step(1),
		previous() {
			// As people know it from every player: the first press goes back to the start of the song.
			if (actions.time() > firstSeconds || !order || !stepped(order, -1, state.repeat)) actions.seek(0);
			else step(-1);
		},
		jump: (ahead) => step(ahead),
		remove(ahead) {
			if (order) order = without(order, ahead);
			set({});
		},
		seek(to) {
			const length = actions.length();
			const second = Math.max(0, length > 0 ? Math.min(to, length) : to);
			if (cued !== null) cued = second;
			else if (broken !== null) broken = second;
			else deck?.seek(second);
			if (state.ended) set({ ended: false });
			tick();
		},
		setRepeat: (repeat) => set({ repeat }),
		setShuffle(shuffle) {
			if (order && shuffle !== state.shuffle) order = shuffle ? shuffled(order) : unshuffled(order);
			preload.forget();
			set({ shuffle });
		},
		setVolume(volume, muted) {
			set({ volume, muted });
			deck?.setVolume(loudness());
		},
		time: () => cued ?? broken ?? deck?.time() ?? 0,
		length: () => (cued === null && deck?.length()) || state.current?.duration || 0,
		onTick(notify) {
			clocks.add(notify);
			return () => clocks.delete(notify);
		},
		mountAudio(element) {
			if (!element) return;
			audio = createAudioDeck(
				element,
				newsOf(() => audio),
			);
			return () => {
				fresh();
				preload.forget();
				audio?.dispose();
				if (deck === audio) deck = null;
				audio = null;
			};
		},
		mountStage(element) {
			if (!element) return;
			stage = element;
			return () => {
				video?.clear();
				if (deck === video) deck = null;
				stage = video = null;
			};
		},
	};

	let snapshot: Player = { ...actions, ...idle };
	return {
		snapshot: () => snapshot,
		subscribe(notify: () => void) {
			readers.add(notify);
			return () => readers.delete(notify);
		},
		/** From now on that decides. */
		listenTo(next: Source) {
			source = next;
		},
		/** The network is back: what waits for data is taken up anew from the same second. */
		wake() {
			if (state.phase !== "loading" || state.mending || state.awaited || deck !== audio || !deck) return;
			broken = deck.time();
			void mend(false);
		},
	};
}
