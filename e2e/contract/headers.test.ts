import { beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { byCookie } from "../support/credentials";
import { lanes } from "../support/lanes";
import { type SharedPlaylist, sharePlaylist, songAt, Visitor } from "./visitor";

/** On all that is read or done behind a link: for this visitor, this moment, no other site and no search engine. */
const privately = {
	"cache-control": "private, no-store",
	"referrer-policy": "no-referrer",
	"x-robots-tag": "noindex, nofollow",
	"x-content-type-options": "nosniff",
};

describe.each(lanes)("headers on $name", ({ url }) => {
	let shared: SharedPlaylist;
	let visitor: Visitor;
	let stream: string;
	beforeAll(async () => {
		shared = await sharePlaylist(url, { songs: 2 });
		visitor = await Visitor.begin(url, shared.shareId);
		stream = await visitor.granted(songAt(shared.songs, 1));
	});

	const unknown = "0123456789abcdef";
	const asks: [what: string, status: number, ask: () => Promise<{ status: number; headers: object }>][] = [
		["a link", 200, () => visitor.client.get(`/api/share/${shared.shareId}`)],
		["an unknown link", 404, () => visitor.client.get(`/api/share/${unknown}`)],
		["a new session", 201, () => visitor.client.post(`/api/share/${shared.shareId}/session`)],
		["a session's status", 200, () => visitor.status()],
		["an unknown session", 404, () => visitor.client.get(`/api/share/${shared.shareId}/session/${"a".repeat(32)}`)],
		["a play", 200, () => visitor.play(songAt(shared.songs, 1))],
		["a refused play", 400, () => visitor.play("2147483647")],
		["a refused stream", 403, () => visitor.client.get(`${stream}x`)],
		["a counted view", 204, () => visitor.client.post(`/api/open/${shared.shareId}`)],
		["a wrong verb", 405, () => visitor.client.ask("PUT", `/api/share/${shared.shareId}`)],
		["a body that is no JSON", 400, () => visitor.client.ask("POST", `/api/share/${shared.shareId}/play`, { body: "{" })],
		["what needs an account", 401, () => visitor.client.get("/api/share/my/shares")],
		["an unknown path", 404, () => visitor.client.get("/api/nothing")],
		["an account", 200, async () => (await byCookie(shared.owner)).get("/api/me")],
		["a library", 200, async () => (await byCookie(shared.owner)).get("/api/songs")],
	];

	test("a browser finds the icon where it looks for one by itself", async () => {
		const answer = await new Client(url).get("/favicon.ico");
		expect([answer.status, answer.headers["content-type"]]).toEqual([200, "image/x-icon"]);
	});

	test.each(asks)("keep %s private", async (_what, status, ask) => {
		const answer = await ask();
		expect(answer.status).toBe(status === 400 && answer.status === 415 ? 415 : status);
		expect(answer.headers).toMatchObject(privately);
		expect(answer.headers).not.toHaveProperty("x-powered-by");
		expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
	});

	test("let a browser keep sound if it asks each time", async () => {
		const { headers } = await visitor.client.get(stream);
		expect(headers).toMatchObject({ ...privately, "cache-control": "private, no-cache", etag: expect.any(String) as unknown });
	});

	test("say that JSON is UTF-8 JSON, and it is", async () => {
		await shared.owner.send("PATCH", `/api/playlists/${shared.playlist.id}`, { name: "Nächtlich ☃ 💿" });
		const { headers, bytes } = await visitor.client.get(`/api/share/${shared.shareId}`);
		expect(headers["content-type"]).toMatch(/^application\/json(;\s*charset=utf-8)?$/i);
		expect(bytes.toString("utf8")).toContain("Nächtlich ☃ 💿");
	});

	test("set no cookie on somebody who only looks", async () => {
		for (const path of [`/api/share/${shared.shareId}`, stream]) {
			expect((await new Client(url).get(path)).headers).not.toHaveProperty("set-cookie");
		}
	});
});
