import { expect, test } from "vitest";
import { budget } from "./budget";

function scene() {
	let now = Date.parse("2026-03-01T20:00:00Z");
	const { take } = budget({ now: () => new Date(now) });
	return {
		take,
		times: (count: number, event: string) => Array.from({ length: count }, () => take(event)),
		wait(seconds: number) {
			now += seconds * 1_000;
		},
	};
}

test("sixty events a minute are fine, whatever they are", () => {
	const { times, take, wait } = scene();
	expect(new Set(times(60, "watchShare"))).toEqual(new Set(["fine"]));
	expect(take("join-session")).toBe("too many");
	wait(60);
	expect(take("join-session")).toBe("fine");
});

test("twenty of them can be chat, and the others go on", () => {
	const { times, take } = scene();
	expect(new Set(times(20, "chat-message"))).toEqual(new Set(["fine"]));
	expect(take("chat-message")).toBe("too many");
	expect(take("join-session")).toBe("fine");
});

test("who goes on ten times as often is a flood", () => {
	const { times, take, wait } = scene();
	times(600, "nonsense");
	expect(take("nonsense")).toBe("flood");
	wait(61);
	expect(take("nonsense")).toBe("fine");
});
