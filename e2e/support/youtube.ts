import type { BrowserContext } from "@playwright/test";

type StandIn = {
	/** How long every video is, seconds. */
	seconds?: number;
	/** YouTube's number for why it does not play, by video; 100 is "gone". */
	errors?: Record<string, number>;
	/** The frame's address answers nothing. */
	blocked?: boolean;
};

/** A request that went to the stand-in. */
export type Embedded = { url: URL; headers: Promise<Record<string, string>> };

/**
 * Answers for YouTube's privacy-enhanced player with a page that speaks its messages: it is silent until it hears "listening",
 * then says that it is ready and how far it is, and does what it is told. Answers the requests it got.
 */
export async function standInForYouTube(context: BrowserContext, { seconds = 20, errors = {}, blocked = false }: StandIn = {}) {
	const asked: Embedded[] = [];
	await context.route(/^https?:\/\/[^/]*(?:youtube|ytimg|googlevideo)[^/]*\//, async (route) => {
		const request = route.request();
		asked.push({ url: new URL(request.url()), headers: request.allHeaders() });
		if (blocked) await route.abort();
		else await route.fulfill({ contentType: "text/html", body: page(seconds, errors) });
	});
	return asked;
}

const page = (seconds: number, errors: Record<string, number>) => `<!doctype html><title>Video</title><body>
<output id="state">silent</output> <output id="volume">100</output>
<script>
const errors = ${JSON.stringify(errors)};
const say = (event, info) => parent.postMessage(JSON.stringify({ event, info, id: 1, channel: "widget" }), "*");
let video = location.pathname.split("/").pop(), state = -1, at = 0, since = 0, heard = false;
const now = () => state === 1 ? Math.min(${seconds}, at + (performance.now() - since) / 1000) : at;
function enter(next) {
	at = now(); since = performance.now(); state = next;
	document.getElementById("state").textContent = video + " " + ({ 0: "ended", 1: "playing", 2: "paused" })[next];
	say("onStateChange", state);
	tell();
}
function tell() { say("infoDelivery", { currentTime: now(), duration: ${seconds}, playerState: state }); }
function begin(from) {
	at = from; since = performance.now(); state = -1;
	if (errors[video]) return say("onError", errors[video]);
	enter(3); enter(1);
}
const deeds = {
	playVideo() { if (state === 0) at = 0; enter(1); },
	pauseVideo() { enter(2); },
	seekTo([to]) { at = to; since = performance.now(); if (state === 0) enter(1); else tell(); },
	setVolume([to]) { document.getElementById("volume").textContent = to; },
	loadVideoById([{ videoId, startSeconds }]) { video = videoId; begin(startSeconds || 0); },
};
addEventListener("message", ({ data }) => {
	const { event, func, args } = JSON.parse(data);
	if (event === "command") return deeds[func]?.(args);
	if (event !== "listening" || heard) return;
	heard = true;
	say("initialDelivery", { duration: ${seconds}, playerState: -1 });
	say("onReady", null);
	begin(Number(new URLSearchParams(location.search).get("start")));
	setInterval(() => { if (state !== 1) return; if (now() >= ${seconds}) enter(0); else tell(); }, 100);
});
</script>`;
