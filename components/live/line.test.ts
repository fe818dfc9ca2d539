import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ack } from "@/lib/live/events";
import { sayOnceUp } from "./line";
import type { LiveSocket } from "./socket";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const away: Ack = { ok: false, message: "Temporarily unavailable. Try again in a moment." };
const done: Ack = { ok: true };

/** A socket as far as `sayOnceUp` uses one; answers what it was told, and how to answer the last of it. */
function line() {
	const events = new EventEmitter();
	const heard: unknown[] = [];
	let answer: (ack: Ack) => void = () => {};
	const socket = {
		connected: false,
		on: (event: string, listener: () => void) => void events.on(event, listener),
		emit(_event: string, payload: unknown, answered: (ack: Ack) => void) {
			heard.push(payload);
			answer = answered;
		},
	};
	const turn = (isUp: boolean) => {
		socket.connected = isUp;
		events.emit(isUp ? "connect" : "disconnect");
	};
	return { socket: socket as unknown as LiveSocket, heard, turn, answer: (ack: Ack) => answer(ack) };
}

test("what got no answer is said again, until it has one", async () => {
	const { socket, heard, turn, answer } = line();
	sayOnceUp(
		socket,
		"join-session",
		() => `${heard.length}`,
		({ ok }) => ok,
	);
	turn(true);
	await vi.advanceTimersToNextTimerAsync();
	answer(away);
	await vi.advanceTimersToNextTimerAsync();
	answer(done);
	expect(vi.getTimerCount()).toBe(0);
	expect(heard).toEqual(["0", "1", "2"]);
});

test("nothing is said on a line that is down, and all of it when it is up again", () => {
	const { socket, heard, turn } = line();
	sayOnceUp(
		socket,
		"watchShare",
		() => "code",
		() => true,
	);
	turn(true);
	turn(false);
	expect(vi.getTimerCount()).toBe(0);
	turn(true);
	expect(heard).toEqual(["code", "code"]);
});

test("what is wanted otherwise is said at once", () => {
	const { socket, heard, turn, answer } = line();
	sayOnceUp(
		socket,
		"join-session",
		() => "482913",
		({ ok }) => ok || "now",
	);
	turn(true);
	answer(away);
	expect(heard).toHaveLength(2);
	answer(done);
	expect(vi.getTimerCount()).toBe(0);
});
