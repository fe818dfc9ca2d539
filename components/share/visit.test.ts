import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createVisit } from "./visit";

type Asked = { path: string; body: { sessionId?: string; songId?: string; existingSessionId?: string }; key: string | null };

const share = { shareId: "9f2c41d07ab35e18", signedIn: false, playLimit: 3 };
const session = "a".repeat(32);
const asked: Asked[] = [];

/** The network, answering in this order; "lost" is an answer that never arrives. */
let answers: (readonly [number, unknown] | "lost")[] = [];

const made = [201, { success: true, data: { sessionId: session, playCount: 0 } }] as const;
const granted = [200, { success: true, data: { remainingPlays: 2, streamUrl: "/stream" } }] as const;
const gone = [404, { success: false, error: "Share link not found" }] as const;

beforeEach(() => {
	asked.length = 0;
	const stored = new Map<string, string>();
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, to: string) => stored.set(key, to),
	});
	vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
		asked.push({ path, body: JSON.parse(String(init.body ?? "{}")), key: new Headers(init.headers).get("idempotency-key") });
		const next = answers.shift();
		if (!next || next === "lost") throw new TypeError("Failed to fetch");
		return new Response(JSON.stringify(next[1]), { status: next[0] });
	});
});

afterEach(() => vi.unstubAllGlobals());

test("the first play opens a session, later ones keep it", async () => {
	answers = [made, granted, granted];
	const visit = createVisit(share);
	expect(await visit.play("1")).toEqual({ kind: "granted", url: "/stream", remaining: 2 });
	await visit.play("2");
	expect(asked.map(({ path }) => path.split("/").pop())).toEqual(["session", "play", "play"]);
	expect(asked[2]?.body).toEqual({ sessionId: session, songId: "2" });
	expect(asked[1]?.key).not.toBe(asked[2]?.key);
});

test("a press whose answer is lost is repeated under the same key, now and at the next press", async () => {
	answers = [made, "lost", "lost", granted, granted];
	const visit = createVisit(share);
	expect(await visit.play("1")).toEqual({ kind: "offline" });
	expect(await visit.play("1")).toMatchObject({ kind: "granted" });
	await visit.play("1");
	const [first, second, third, fresh] = asked.slice(1).map(({ key }) => key);
	expect([second, third]).toEqual([first, first]);
	expect(fresh).not.toBe(first);
});

test.each([500, 502, 503, 504])("a press that is answered %i may have been counted: the next one repeats it", async (status) => {
	answers = [made, [status, { success: false, error: "Not now" }], granted, granted];
	const visit = createVisit(share);
	expect(await visit.play("1")).toEqual(status === 500 ? { kind: "problem", message: "Not now" } : { kind: "away" });
	expect(await visit.play("1")).toMatchObject({ kind: "granted" });
	await visit.play("1");
	const [first, second, fresh] = asked.slice(1).map(({ key }) => key);
	expect(second).toBe(first);
	expect(fresh).not.toBe(first);
});

test("a session that cannot be had now is asked for again at the next press", async () => {
	answers = [[503, { success: false, error: "Not now" }], made, granted];
	const visit = createVisit(share);
	expect(await visit.play("1")).toEqual({ kind: "away" });
	expect(await visit.play("1")).toMatchObject({ kind: "granted" });
});

test("a session that has run out is made anew, once", async () => {
	answers = [made, [410, { success: false, error: "Session has expired" }], made, granted];
	expect(await createVisit(share).play("1")).toMatchObject({ kind: "granted" });
	expect(asked.map(({ path }) => path.split("/").pop())).toEqual(["session", "play", "session", "play"]);
});

test("a link that was turned off is refused", async () => {
	answers = [made, gone, gone];
	expect(await createVisit(share).play("1")).toEqual({ kind: "refused", code: "not_found" });
	answers = [[410, { success: false, error: "Share link has expired" }]];
	expect(await createVisit(share).play("1")).toEqual({ kind: "refused", code: "expired" });
});

test("a link that asks for something from now on says what, and a stream that breaks off tells it", async () => {
	const locked = [401, { success: false, error: "No", requiresPassword: true }] as const;
	answers = [made, locked, locked, [403, { success: false, error: "Not granted" }]];
	const visit = createVisit(share);
	expect(await visit.play("1")).toEqual({ kind: "refused", code: "locked" });
	expect(await visit.diagnose("/stream")).toEqual({ code: "locked" });
	expect(await visit.diagnose("/stream")).toBe("grant");
});

test("the limit asks for an account", async () => {
	answers = [made, [403, { success: false, error: "Play limit reached.", requiresAuth: true }]];
	expect(await createVisit(share).play("4")).toEqual({ kind: "limit" });
});

test("who is signed in needs no session", async () => {
	answers = [[200, { success: true, data: { remainingPlays: null, streamUrl: "/stream" } }]];
	expect(await createVisit({ ...share, signedIn: true }).play("1")).toEqual({ kind: "granted", url: "/stream", remaining: null });
	expect(asked).toHaveLength(1);
	expect(await createVisit({ ...share, signedIn: true }).resume()).toBeNull();
});

test("a returning visitor is told at once what is left; a new one makes no session by looking", async () => {
	answers = [made, granted];
	await createVisit(share).play("1");
	answers = [[200, { success: true, data: { sessionId: session, playCount: 1 } }]];
	expect(await createVisit(share).resume()).toBe(2);
	expect(asked.at(-1)?.body).toEqual({ existingSessionId: session });
	expect(await createVisit({ ...share, shareId: "0".repeat(16) }).resume()).toBeNull();
});
