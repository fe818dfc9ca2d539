import { expect, test } from "vitest";
import { readYouTubeMessage } from "./youtube-message";

const read = (message: unknown) => readYouTubeMessage(JSON.stringify(message));
const nothing = { time: undefined, duration: undefined, state: undefined };

test("reads what a video says of itself", () => {
	expect(read({ event: "onReady", info: null, id: 1, channel: "widget" })).toEqual({ event: "ready" });
	expect(read({ event: "onStateChange", info: 2 })).toEqual({ event: "info", ...nothing, state: 2 });
	expect(read({ event: "onError", info: 150 })).toEqual({ event: "error", code: 150 });
	expect(read({ event: "infoDelivery", info: { currentTime: 4.5, volume: 100 } })).toEqual({ event: "info", ...nothing, time: 4.5 });
	expect(read({ event: "initialDelivery", info: { duration: 212, playerState: -1 } })).toEqual({
		event: "info",
		time: undefined,
		duration: 212,
		state: -1,
	});
});

test.each([
	["no text", { event: "onReady" }],
	["no JSON", "{"],
	["no event", '{"info":1}'],
	["another event", '{"event":"apiInfoDelivery","info":{}}'],
	["a time that is none", '{"event":"infoDelivery","info":{"currentTime":"4"}}'],
	["a state that is none", '{"event":"onStateChange","info":{"state":1}}'],
	["null", "null"],
])("%s is nothing to us", (_what, data) => expect(readYouTubeMessage(data)).toBeNull());
