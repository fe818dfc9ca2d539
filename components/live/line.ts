import type { Ack, ClientEvent, ClientToServer } from "@/lib/live/events";
import { type LiveSocket, openSocket } from "./socket";

/** In ms: how long whoever was sent away waits before they try again. */
const pause = 5_000;
/** In ms: what is not answered by then is said again. */
const patience = 10_000;

/**
 * A line that is there while the page is: `set` gets it before it connects. It rests while there is no network and while the page lies in the browser's
 * back/forward cache, and comes back by itself. Answers how to hang up.
 */
export function keepLine(set: (socket: LiveSocket) => void): () => void {
	let socket: LiveSocket | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let hasEnded = false;

	async function open(): Promise<void> {
		const opened = await openSocket().catch(() => null);
		if (hasEnded) return void opened?.disconnect();
		// The network was gone before the client came.
		if (!opened) return later(() => void open());
		socket = opened;
		set(opened);
		opened.on("disconnect", (reason) => reason === "io server disconnect" && later(rise));
		opened.on("connect_error", () => !opened.active && later(rise));
	}

	function later(work: () => void): void {
		clearTimeout(timer);
		timer = setTimeout(work, pause);
	}

	const rise = () => {
		if (navigator.onLine) socket?.connect();
	};
	const rest = () => {
		clearTimeout(timer);
		socket?.disconnect();
	};
	const comeBack = ({ persisted }: PageTransitionEvent) => persisted && rise();
	addEventListener("online", rise);
	addEventListener("offline", rest);
	addEventListener("pagehide", rest);
	addEventListener("pageshow", comeBack);
	void open();
	return () => {
		hasEnded = true;
		rest();
		removeEventListener("online", rise);
		removeEventListener("offline", rest);
		removeEventListener("pagehide", rest);
		removeEventListener("pageshow", comeBack);
	};
}

/**
 * Says something as often as the line comes up, and again after a while when it got no answer, or one that `take` has no use for: what cannot be done now
 * can be later. `what` is made each time that it is said; `take` may answer `"now"`: it is said again at once.
 */
export function sayOnceUp<Event extends ClientEvent>(
	socket: Pick<LiveSocket, "connected" | "emit" | "on">,
	event: Event,
	what: () => Parameters<ClientToServer[Event]>[0],
	take: (answer: Ack) => boolean | "now",
): void {
	// The compiler cannot tell that an event that is one of several has the payload of that one.
	const emit = socket.emit.bind(socket) as (event: string, payload: unknown, answered: (answer: Ack) => void) => void;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const say = () => {
		clearTimeout(timer);
		timer = setTimeout(say, patience);
		emit(event, what(), (answer) => {
			clearTimeout(timer);
			const taken = take(answer);
			if (taken === true || !socket.connected) return;
			if (taken === "now") say();
			else timer = setTimeout(say, pause);
		});
	};
	socket.on("connect", say);
	socket.on("disconnect", () => clearTimeout(timer));
}
