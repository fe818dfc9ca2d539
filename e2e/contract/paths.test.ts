import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { failure, nativeError, signedOut } from "./shapes";
import { anOwner } from "./visitor";

const share = "0123456789abcdef";
const session = "a".repeat(32);
const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const native: [path: string, allowed: string[]][] = [
	["/api/auth/signup", ["POST"]],
	["/api/auth/token", ["POST"]],
	["/api/me", ["GET", "PATCH", "DELETE"]],
	["/api/me/sessions", ["DELETE"]],
	["/api/me/referrals", ["GET"]],
	["/api/tokens", ["GET", "POST"]],
	["/api/tokens/1", ["DELETE"]],
	[`/api/open/${share}`, ["POST"]],
	["/api/open/no-code", ["POST"]],
	["/api/health/live", ["GET"]],
	["/api/health/ready", ["GET"]],
];
const family: [path: string, allowed: string[]][] = [
	["/api/songs", ["GET", "POST"]],
	["/api/songs/1", ["GET", "PATCH", "DELETE"]],
	["/api/songs/1/stream", ["GET"]],
	["/api/playlists", ["GET", "POST"]],
	["/api/playlists/1", ["GET", "PATCH", "DELETE"]],
	["/api/share/playlist/1", ["POST"]],
	["/api/share/song/1", ["POST"]],
	["/api/share/my/shares", ["GET"]],
	[`/api/share/${share}`, ["GET", "DELETE"]],
	[`/api/share/${share}/session`, ["POST"]],
	[`/api/share/${share}/session/${session}`, ["GET"]],
	[`/api/share/${share}/play`, ["POST"]],
	[`/api/share/${share}/stream/1`, ["GET"]],
];

describe.each(lanes)("paths and verbs on $name", ({ url }) => {
	const client = new Client(url);

	describe.each([
		...native.map(([path, allowed]) => ({ path, allowed, refused: nativeError("method_not_allowed", "Method not allowed") })),
		...family.map(([path, allowed]) => ({ path, allowed, refused: failure("Method not allowed") })),
	])("$path", ({ path, allowed, refused }) => {
		const all = allowed.flatMap((verb) => (verb === "GET" ? ["GET", "HEAD"] : [verb]));

		test("answers 405 to every other verb, with those it takes", async () => {
			for (const verb of verbs.filter((verb) => !allowed.includes(verb))) {
				const answer = await client.ask(verb, path);
				expect([verb, answer.status, answer.body]).toEqual([verb, 405, refused]);
				expect(answer.headers.allow?.split(", ").sort()).toEqual([...all, "OPTIONS"].sort());
			}
			if (!allowed.includes("GET")) {
				const head = await client.ask("HEAD", path);
				expect([head.status, head.bytes.length]).toEqual([405, 0]);
			}
		});

		test("answers 501 to a verb that nothing here has", async () => {
			for (const verb of ["PROPFIND", "TRACE", "PURGE", "QUERY"]) {
				const answer = await client.ask(verb, path);
				expect([verb, answer.status, answer.bytes.length]).toEqual([verb, 501, 0]);
			}
		});
	});

	test.each([
		"/api/nothing",
		"/api/nothing/at/all",
		"/api",
		"/api/",
		"/api/me/nothing",
		"/api/songs/1/nothing",
		"/api/share/my/shares/nothing",
		`/api/share/${share}/nothing`,
		"/api/..%2f..%2fetc/passwd",
		"/api/%00",
		"/api/%E0%A4%A",
		"/api/nothing?x=%00",
		"/api/songs/../nothing",
		"/api/.env",
		"/api/constructor",
		"/api/__proto__",
	])("%s is nothing: 404 in JSON, whatever the verb", async (path) => {
		for (const verb of verbs) {
			const answer = await client.ask(verb, path);
			expect([verb, answer.status, answer.body]).toEqual([verb, 404, nativeError("not_found", "Not found")]);
		}
	});

	test.each([
		"0",
		"-1",
		"1e3",
		"01",
		"1.0",
		"+1",
		"999999999999999999999",
		"2147483648",
		"..%2f1",
		"%00",
		"1%00",
		"%20",
		"1%201",
		"null",
		"%F0%9F%8E%B5",
		"%ff",
		"x".repeat(500),
	])("%s is the id of nothing", async (id) => {
		const { token } = await anOwner(url);
		const signedIn = new Client(url, { authorization: `Bearer ${token}` });
		const absent: [answer: Promise<{ status: number; body: unknown }>, text: string][] = [
			[signedIn.get(`/api/songs/${id}`), "Song not found"],
			[signedIn.patch(`/api/songs/${id}`, { title: "x" }), "Song not found"],
			[signedIn.delete(`/api/songs/${id}`), "Song not found"],
			[signedIn.get(`/api/songs/${id}/stream`), "Song not found"],
			[signedIn.get(`/api/playlists/${id}`), "Playlist not found"],
			[signedIn.patch(`/api/playlists/${id}`, { name: "x" }), "Playlist not found"],
			[signedIn.delete(`/api/playlists/${id}`), "Playlist not found"],
			[signedIn.post(`/api/share/playlist/${id}`), "Playlist not found"],
			[signedIn.post(`/api/share/song/${id}`), "Song not found"],
			[signedIn.delete(`/api/share/${id}`), "Share not found"],
			[client.get(`/api/share/${id}`), "Share link not found or has expired"],
			[client.post(`/api/share/${id}/session`), "Share link not found"],
			[client.get(`/api/share/${id}/session/${session}`), "Share link not found"],
			[client.post(`/api/share/${id}/play`, { sessionId: session, songId: "1" }), "Share link not found"],
			[client.get(`/api/share/${id}/stream/1?grant=x`), "Share link not found"],
		];
		for (const [answer, text] of absent) {
			const { status, body } = await answer;
			expect([status, body]).toEqual([404, failure(text)]);
		}
		const opened = await client.post(`/api/open/${id}`);
		expect([opened.status, opened.body]).toEqual([404, nativeError("share_not_found", "Share link not found")]);
	});

	test("a code is what it is: another case or a longer one is another", async () => {
		const owner = await anOwner(url);
		const { shareId } = await owner.share("playlist", (await owner.playlist("Mine", [])).id);
		for (const code of [shareId.toUpperCase(), `${shareId}0`, shareId.slice(1), `${shareId}%00`, `%20${shareId}`]) {
			if (code !== shareId) expect((await client.get(`/api/share/${code}`)).status).toBe(404);
		}
	});

	test("what stands in a path by name wins over a code: these are requests to make a link", async () => {
		for (const [path, text] of [
			["/api/share/playlist/session", "Playlist not found"],
			["/api/share/playlist/play", "Playlist not found"],
			["/api/share/song/play", "Song not found"],
			["/api/share/song/session", "Song not found"],
		]) {
			const nobody = await client.post(path ?? "", { sessionId: session, songId: "1" });
			expect([nobody.status, nobody.body]).toEqual([401, signedOut]);
			const somebody = await client.post(path ?? "", {}, { authorization: `Bearer ${(await anOwner(url)).token}` });
			expect([somebody.status, somebody.body]).toEqual([404, failure(text ?? "")]);
		}
	});
});
