import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { failure } from "./shapes";

describe.each(lanes)("changing one version on $name", ({ url }) => {
	async function things() {
		const owner = await Account.signUp(url);
		const song = await owner.upload({ seconds: 0.1 });
		const playlist = await owner.playlist("Night drive", [song]);
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		return { client, paths: [`/api/songs/${song.id}`, `/api/playlists/${playlist.id}`] };
	}
	const change = (path: string, word: string) => (path.includes("songs") ? { title: word } : { name: word });

	test("works for the version that is there, and answers with the new one", async () => {
		const { client, paths } = await things();
		for (const path of paths) {
			const before = String((await client.get(path)).headers.etag);
			expect(before).toMatch(/^"\d+"$/);
			const { status, headers } = await client.patch(path, change(path, "New"), { "if-match": before });
			expect([status, headers.etag]).toEqual([200, `"${Number(before.slice(1, -1)) + 1}"`]);
			expect((await client.patch(path, change(path, "Newer"), { "if-match": String(headers.etag) })).status).toBe(200);
		}
	});

	test("is 412 and changes nothing when that one is past, unknown or none", async () => {
		const { client, paths } = await things();
		for (const path of paths) {
			const before = String((await client.get(path)).headers.etag);
			await client.patch(path, change(path, "New"));
			for (const stale of [before, '"999"', "nonsense", '""', "0"]) {
				const { status, body } = await client.patch(path, change(path, "Lost"), { "if-match": stale });
				expect([status, body]).toEqual([412, failure("It was changed elsewhere since you looked")]);
			}
			expect((await client.get(path)).body).toMatchObject({ data: change(path, "New") });
		}
	});

	test("of ten at once for one version one wins; for any version all do", async () => {
		const { client, paths } = await things();
		for (const path of paths) {
			const etag = String((await client.get(path)).headers.etag);
			const raced = Array.from({ length: 10 }, (_, at) => client.patch(path, change(path, `Turn ${at}`), { "if-match": etag }));
			const statuses = (await Promise.all(raced)).map(({ status }) => status).sort();
			expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
			expect((await client.patch(path, change(path, "Any"), { "if-match": "*" })).status).toBe(200);
		}
	});
});
