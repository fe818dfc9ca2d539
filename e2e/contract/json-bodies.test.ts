import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { failure, nativeError } from "./shapes";
import { anOwner, sharePlaylist, Visitor } from "./visitor";

/** Every call that reads JSON; `signedIn` ones are asked with a token. */
const calls: [method: string, path: string][] = [
	["POST", "/api/auth/signup"],
	["POST", "/api/auth/token"],
	["PATCH", "/api/me"],
	["DELETE", "/api/me"],
	["POST", "/api/tokens"],
	["POST", "/api/playlists"],
	["PATCH", "/api/playlists/:playlist"],
	["PATCH", "/api/songs/:song"],
	["POST", "/api/share/:share/session"],
	["POST", "/api/share/:share/play"],
];
const isNative = (path: string) => /^\/api\/(?:auth|me|tokens)/.test(path);
const refusal = (path: string, code: string, text: string) => (isNative(path) ? nativeError(code, text) : failure(text));
const json = { "content-type": "application/json" };

describe.each(lanes)("a JSON body on $name", ({ url }) => {
	let client: Client;
	let fill: (path: string) => string;
	beforeAll(async () => {
		const { owner, songs, playlist, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		client = new Client(url, { authorization: `Bearer ${owner.token}` });
		fill = (path) =>
			path
				.replace(":playlist", playlist.id)
				.replace(":song", songs[0]?.id ?? "")
				.replace(":share", shareId);
	});

	describe.each(calls)("of %s %s", (method, path) => {
		const send = (body: string | Uint8Array, headers: Record<string, string> = json) => client.ask(method, fill(path), { body, headers });

		test("is 400 when it is no JSON", async () => {
			const broken = [
				"{",
				"{name}",
				"{'name':1}",
				'{"a":1}}',
				"undefined",
				"\u0000",
				'{"a":"\u0001"}',
				"<html>",
				"[".repeat(400_000),
				"NaN",
			];
			for (const body of [...broken, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])]) {
				const answer = await send(body);
				expect([answer.status, answer.body], String(body).slice(0, 20)).toEqual([
					400,
					refusal(path, "bad_json", "The body is not valid JSON"),
				]);
			}
		});

		test("is 400 when it is JSON but no object", async () => {
			for (const body of ["[]", "7", "true", "null", '"text"', "[{}]"]) {
				const { status, ...answer } = await send(body);
				expect([status, JSON.stringify(answer.body)], body).toEqual([400, expect.not.stringContaining("stack")]);
			}
		});

		test("is 415 when it calls itself something else", async () => {
			for (const type of [
				"text/plain",
				"application/x-www-form-urlencoded",
				"multipart/form-data; boundary=x",
				"application/jsonx",
				"x",
				"",
			]) {
				const answer = await send("{}", { "content-type": type });
				expect([answer.status, answer.body], type).toEqual([415, refusal(path, "unsupported_type", "The body has an unsupported type")]);
			}
		});

		test("is {} when it is empty, whatever it calls itself", async () => {
			const empty = await client.ask(method, fill(path), { body: "{}", headers: json });
			for (const headers of [{}, json, { "content-type": "text/plain" }, { "content-type": "application/xml" }]) {
				const answer = await send("", headers);
				expect(answer.status).toBe(empty.status);
			}
			expect((await client.ask(method, fill(path))).status, "no body at all").toBe(empty.status);
			expect(empty.status).not.toBe(415);
		});

		test("is 413 at ten megabytes, announced or not", async () => {
			const body = JSON.stringify({ name: "x".repeat(10_000_000) });
			for (const headers of [json, { ...json, "transfer-encoding": "chunked" }]) {
				const answer = await send(body, headers);
				expect([answer.status, answer.body]).toEqual([413, refusal(path, "body_too_large", "The body is too large")]);
			}
		});

		test("may be a megabyte and not a byte more", async () => {
			const limit = 1_000_000;
			expect((await send("{}".padEnd(limit, " "))).status).not.toBe(413);
			expect((await send("{}".padEnd(limit + 1, " "))).status).toBe(413);
		});
	});

	test("may say its charset, or be one of JSON's own types", async () => {
		for (const type of [
			"application/json; charset=utf-8",
			"APPLICATION/JSON",
			"application/vnd.api+json",
			"application/json;charset=UTF-8",
		]) {
			const { status } = await client.ask("POST", "/api/playlists", { body: '{"name":"Typed"}', headers: { "content-type": type } });
			expect(status, type).toBe(201);
		}
	});

	test("reaches no prototype", async () => {
		const hostile = [
			'{"name":"Plain","__proto__":{"isPublic":true}}',
			'{"name":"Plain","constructor":{"prototype":{"isPublic":true}}}',
			'{"name":"Plain","prototype":{"isPublic":true},"unknown":{"__proto__":{"isPublic":true}}}',
		];
		for (const body of hostile) {
			const made = await client.ask("POST", "/api/playlists", { body, headers: json });
			expect(made.status).toBe(201);
			expect(made.body).toMatchObject({ data: { name: "Plain", isPublic: false } });
		}
		const inherited = await client.ask("POST", "/api/playlists", { body: '{"__proto__":{"name":"Inherited"}}', headers: json });
		expect([inherited.status, inherited.body]).toEqual([400, failure("name: Required", { fields: { name: "Required" } })]);
		const owner = await anOwner(url);
		expect((await owner.send("POST", "/api/playlists", { name: "Next" }).then((answer) => answer.json())) as unknown).toMatchObject({
			data: { isPublic: false },
		});
	});

	test("has its unknown fields ignored", async () => {
		const visitor = await Visitor.begin(url, fill(":share"));
		const { status } = await visitor.client.post(`/api/share/${visitor.shareId}/play`, {
			sessionId: visitor.sessionId,
			songId: fill(":song"),
			limit: 1_000_000,
			playCount: -5,
			toString: "x",
			hasOwnProperty: 1,
		});
		expect(status).toBe(200);
		expect((await visitor.status()).body).toMatchObject({ data: { playCount: 1 } });
		const made = await client.post("/api/playlists", { name: "Mine", id: "1", ownerId: "x", playCount: 99, kind: "song", version: 7 });
		expect(made.body).toMatchObject({ data: { name: "Mine", playCount: 0 } });
	});
});
