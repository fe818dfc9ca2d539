import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Visitor } from "../contract/visitor";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { cookiesOf } from "../support/credentials";
import { multipart } from "../support/multipart";
import { type Pair, startPair } from "../support/pair";
import { picture, plain } from "../support/pictures";
import { startS3, type TestS3 } from "../support/s3";
import { testPostgres } from "../support/throw-away";
import { wav } from "../support/wav";
import { withinASecond } from "../support/within-a-second";

const origin = "http://passalong.test";

describe.skipIf(!testPostgres())("what was done at one server holds at the other", () => {
	let pair: Pair;
	let files: TestS3;
	let here: Account;
	let there: Account;
	beforeAll(async () => {
		files = await startS3();
		pair = await startPair(files.env);
		here = await Account.signUp(pair.one.url);
		there = here.at(pair.other.url);
	});
	afterAll(async () => {
		await pair.stop();
		await files.stop();
	});

	test("a session cookie, and its end by a new password", async () => {
		const account = await Account.signUp(pair.one.url);
		const { email } = account.user;
		const signIn = async (password: string) => {
			const client = new Client(pair.one.url, { origin }).elsewhere();
			const csrf = await client.get<{ csrfToken: string }>("/api/auth/csrf");
			const form = new URLSearchParams({ email, password, csrfToken: csrf.body.csrfToken, json: "true", callbackUrl: origin });
			const headers = { cookie: cookiesOf(csrf), "content-type": "application/x-www-form-urlencoded" };
			return cookiesOf(await client.ask("POST", "/api/auth/callback/credentials", { headers, body: form.toString() }));
		};
		const other = new Client(pair.other.url, { cookie: await signIn(account.password), origin });
		expect((await other.get("/api/me")).body).toMatchObject({ user: { email } });
		const changed = await other.patch("/api/me", { currentPassword: account.password, password: "another password" });
		expect(changed.status).toBe(200);
		expect((await new Client(pair.one.url, other.headers).get("/api/me")).status).toBe(401);
		expect((await account.fetch("/api/me")).status).toBe(401);
	});

	test("a song that was uploaded streams, whole and in part, to its owner and to a visitor", async () => {
		const bytes = wav({ seconds: 3, title: "Northbound" });
		const song = await here.upload({ bytes, title: "Northbound" });
		const { shareId } = await there.share("song", song.id);
		const own = await new Client(pair.other.url, { authorization: `Bearer ${there.token}` }).get(`/api/songs/${song.id}/stream`);
		expect([own.status, Buffer.compare(own.bytes, bytes)]).toEqual([200, 0]);
		const granted = await (await Visitor.begin(pair.one.url, shareId)).granted(song.id);
		const part = await new Client(pair.other.url).get(granted, { range: "bytes=1000-1999" });
		expect([part.status, Buffer.compare(part.bytes, bytes.subarray(1_000, 2_000))]).toEqual([206, 0]);
	});

	test("a cover, its change and its end", async () => {
		const song = await here.upload();
		const client = new Client(pair.one.url, { authorization: `Bearer ${here.token}` });
		const put = async (bytes: Buffer) =>
			(await client.ask<{ thumbnail: string }>("PUT", `/api/items/${song.id}/cover`, multipart({ file: { bytes, name: "c.png" } }))).body;
		const seen = async (path: string) => (await there.fetch(path)).status;
		const first = await put(await picture("png"));
		expect(await seen(first.thumbnail)).toBe(200);
		const second = await put(await plain("png", 300));
		expect(second.thumbnail).not.toBe(first.thumbnail);
		// A file that is gone is answered as such by who has not heard of the next one yet.
		await withinASecond(() => seen(second.thumbnail), 200);
		expect((await there.fetch(`/api/items/${song.id}/cover`, { method: "DELETE" })).ok).toBe(true);
		expect(await seen(second.thumbnail)).toBe(404);
	});

	test("an edit: whoever looked before it at the other server is told, and nothing is lost", async () => {
		const playlist = await here.playlist("Mine", [await here.video("dQw4w9WgXcQ", "Northbound")]);
		const path = `/api/playlists/${playlist.id}`;
		const etag = (await there.fetch(path)).headers.get("etag") ?? "";
		const edit = (account: Account, name: string) =>
			account.fetch(path, {
				method: "PATCH",
				headers: { "content-type": "application/json", "if-match": etag },
				body: JSON.stringify({ name }),
			});
		const edits = Array.from({ length: 10 }, (_, at) => edit(at % 2 === 0 ? here : there, `Turn ${at}`));
		expect((await Promise.all(edits)).map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
		const seen = await Promise.all([here, there].map(async (account) => (await account.fetch(path)).text()));
		expect(seen[0]).toBe(seen[1]);
	});

	test("a deletion, and that it was taken back, with link and file", async () => {
		const song = await here.upload();
		const { shareId } = await here.share("song", song.id);
		const shown = async () => (await new Client(pair.other.url).get(`/api/share/${shareId}`)).status;
		expect(await shown()).toBe(200);
		expect((await here.fetch(`/api/songs/${song.id}`, { method: "DELETE" })).status).toBe(200);
		await withinASecond(shown, 404);
		expect((await there.fetch(`/api/items/${song.id}/restore`, { method: "POST" })).status).toBe(204);
		await withinASecond(shown, 200);
		expect((await here.fetch(`/api/songs/${song.id}/stream`)).status).toBe(200);
	});

	test("an account: of twenty that want one name at both, one gets it", async () => {
		const username = `twin_${crypto.randomUUID().slice(0, 8)}`;
		const wanted = Array.from({ length: 20 }, (_, at) =>
			new Client(pair.urls[at % 2 === 0 ? 0 : 1])
				.elsewhere()
				.post("/api/auth/signup", { email: `${username}${at}@example.test`, username, password: "correct horse" }),
		);
		expect((await Promise.all(wanted)).map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
	});
});
