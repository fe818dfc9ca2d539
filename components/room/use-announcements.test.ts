import { expect, test } from "vitest";
import { sessionData } from "@/e2e/support/session-data";
import type { SessionData } from "@/lib/live/events";
import { happened } from "./use-announcements";

const person = (id: string, name: string, connected = true) => ({ id, name, joinedAt: "2026-11-20T12:00:00.000Z", connected, done: false });
const room = (change: Partial<SessionData> = {}) => sessionData({ participants: [person("p1", "Ada"), person("p2", "Bo")], ...change });
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

test.each<[string, Partial<SessionData>]>([
	["You are the host now.", { hostId: "p2", hostName: "Bo" }],
	["The vote has begun.", { state: "voting" }],
	["The results are there.", { state: "results" }],
	["Ada is away.", { participants: [person("p1", "Ada", false), person("p2", "Bo")] }],
	["Cy is here.", { participants: [person("p1", "Ada"), person("p2", "Bo"), person("p3", "Cy")] }],
	["", {}],
])("%j is told to Bo", (words, change) => {
	expect(plain(happened(room(), room(change), "p2"))).toBe(words);
});

test("another vote is told, whether the end of the last one was seen or not", () => {
	const voting = { state: "voting" } as const;
	expect(happened(room(voting), room({ ...voting, game: 2 }), "p2")).toBe("The vote has begun.");
});

test("others are told who the host is", () => {
	expect(plain(happened(room(), room({ hostId: "p2", hostName: "Bo" }), "p1"))).toBe("Bo is the host now.");
});
