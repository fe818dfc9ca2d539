import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken, nobodys, waysIn } from "../support/credentials";
import { alter } from "../support/database";
import { lanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { ownServer, ways } from "./own-server";
import { asInDocument, documentKinds, documentScene, sharedScene, type Token } from "./seed-004-examples";
import { uuid } from "./shapes";

/*
 * The document of family 004, from its first line to its last: each of its examples is brought about here and compared value by value.
 * Where our own contract differs from it on purpose, the contract wins: a token of ours stands for the "JWT", addresses begin with the
 * server's own, times have milliseconds, and what is shared says its `type` too.
 *
 * | section of the document         | where its lines are tested                                    |
 * |---------------------------------|---------------------------------------------------------------|
 * | Authentication                  | here                                                          |
 * | Share Content Endpoints         | here                                                          |
 * | Revoke Sharing Endpoints        | here                                                          |
 * | Public Access Endpoints         | here; text as typed: documents.test.ts                        |
 * | Rate Limiting, 429              | here, on servers of their own                                 |
 * | Error Responses, 500            | here, on servers whose database broke                         |
 * | Token Management                | here                                                          |
 * | Security Features               | here; the states of a link: every-way.test.ts                 |
 * | Frontend Integration            | e2e/lists.spec.ts, e2e/notes.spec.ts                          |
 */

const signedOut = { error: "Authentication required" };
const notShared = { error: "Shared content not found or no longer available" };
/** Ids that nobody has a document of, and such as are none. */
const nobodysIds = ["2147483647", "0", "-1", "1.5", "abc", "550e8400-e29b-41d4-a716-446655440000", "..%2f..%2fetc%2fpasswd", "%00"];

describe.each(lanes)("the document of family 004 on $name", (lane) => {
	const { url } = lane;
	const nobody = new Client(url);

	describe.each(documentKinds)("of a $kind", (kind) => {
		describe.each(waysIn)("with $way", ({ signIn }) => {
			test("sharing makes the link, and retrieves it", async () => {
				const { account, path } = await documentScene(lane, kind);
				const owner = await signIn(account);
				const { status, body } = await owner.post<Token>(`${path}/share`);
				expect([status, Object.keys(body).sort()]).toEqual([200, Object.keys(kind.share).sort()]);
				expect(body.shareToken).toEqual(uuid);
				const example = kind.share.shareUrl.replace("https://itemize.cloud", url).replace(kind.share.shareToken, body.shareToken);
				expect(body.shareUrl).toBe(example);
				const again = await owner.post(`${path}/share`);
				expect([again.status, again.body]).toEqual([200, body]);
			});

			test("revoking keeps the token and makes the content inaccessible; sharing again uses the same one", async () => {
				const { account, path, link, publicPath } = await sharedScene(lane, kind);
				const owner = await signIn(account);
				for (const time of ["once", "twice"]) {
					const { status, body } = await owner.delete(`${path}/share`);
					expect([status, body], time).toEqual([200, kind.revoked]);
					const closed = await nobody.get(publicPath);
					expect([closed.status, closed.body]).toEqual([404, notShared]);
				}
				const again = await owner.post(`${path}/share`);
				expect([again.status, again.body]).toEqual([200, link]);
				expect((await nobody.get(publicPath)).status).toBe(200);
			});
		});

		test("a document that was never shared is revoked all the same", async () => {
			const { owner, path } = await documentScene(lane, kind);
			const { status, body } = await owner.delete(`${path}/share`);
			expect([status, body]).toEqual([200, kind.revoked]);
		});

		test("twenty that share at once get one token", async () => {
			const { owner, path } = await documentScene(lane, kind);
			const all = await Promise.all(Array.from({ length: 20 }, () => owner.post<Token>(`${path}/share`)));
			expect(new Set(all.map(({ body }) => body.shareToken)).size).toBe(1);
		});

		test("anybody retrieves what is shared, and of its creator the name alone", async () => {
			const { account, publicPath } = await sharedScene(lane, kind);
			const { status, body, headers, bytes } = await nobody.get(publicPath);
			expect(status).toBe(200);
			expect(asInDocument(body, kind.shared)).toEqual({ ...kind.shared, type: kind.kind });
			for (const secret of [account.user.email, account.user.id, account.user.username]) expect(bytes.toString()).not.toContain(secret);
			expect(headers).toMatchObject({
				"cache-control": "private, no-store",
				"referrer-policy": "no-referrer",
				"x-robots-tag": "noindex, nofollow",
				"x-content-type-options": "nosniff",
			});
			expect(headers).not.toHaveProperty("set-cookie");
		});

		test("404 for a token that nobody has, that is another kind's, or that is none", async () => {
			const { publicPath, link } = await sharedScene(lane, kind);
			const other = kind.kind === "list" ? "note" : "list";
			const unknown = ["550e8400-e29b-41d4-a716-446655440000", "x", "%00", "..%2f..%2f", link.shareToken.slice(1), `${link.shareToken}0`];
			for (const token of unknown) {
				const { status, body } = await nobody.get(`/api/shared/${kind.kind}/${token}`);
				expect([status, body], token).toEqual([404, notShared]);
			}
			const { status, body } = await nobody.get(`/api/shared/${other}/${link.shareToken}`);
			expect([status, body]).toEqual([404, notShared]);
			expect((await nobody.get(publicPath)).status).toBe(200);
		});

		test("404 for a document that is somebody else's, absent, or no id", async () => {
			const [{ path, publicPath }, stranger] = [await sharedScene(lane, kind), await byToken(await Account.signUp(url))];
			for (const each of [path, ...nobodysIds.map((id) => `${kind.path}/${id}`)])
				for (const call of [stranger.post(`${each}/share`), stranger.delete(`${each}/share`)]) {
					const { status, body } = await call;
					expect([status, body], each).toEqual([404, { error: kind.absent }]);
				}
			expect((await nobody.get(publicPath)).status).toBe(200);
		});

		test("401 without credentials, whatever the id", async () => {
			const { path, publicPath } = await sharedScene(lane, kind);
			for (const client of [nobody, ...nobodys.map((headers) => new Client(url, headers))])
				for (const each of [path, ...nobodysIds.map((id) => `${kind.path}/${id}`)])
					for (const call of [client.post(`${each}/share`), client.delete(`${each}/share`)]) {
						const { status, body } = await call;
						expect([status, body], each).toEqual([401, signedOut]);
					}
			expect((await nobody.get(publicPath)).status).toBe(200);
		});

		test("a document that is deleted takes its link along", async () => {
			const { owner, path, publicPath } = await sharedScene(lane, kind);
			expect((await owner.delete(path)).status).toBe(204);
			const { status, body } = await nobody.get(publicPath);
			expect([status, body]).toEqual([404, notShared]);
		});
	});
});

describe.each(ways)("public reads of one address, on $name", { timeout: 180_000 }, (way) => {
	const server = ownServer(way);

	test("are three hundred an hour, of all kinds together", async () => {
		const { url } = server();
		const paths: string[] = [];
		for (const kind of documentKinds) paths.push((await sharedScene({ url }, kind)).publicPath);
		const client = new Client(url);
		await roomInThis("hour", 60);
		for (let count = 0; count < 300; count++) expect((await client.get(paths[count % paths.length] ?? "")).status).toBe(200);
		for (const path of paths) {
			const refused = await client.get(path, { "x-forwarded-for": "10.0.0.9" });
			expect([refused.status, refused.body]).toEqual([429, { error: "Rate limit exceeded" }]);
			expect(refused.headers).toMatchObject({ "ratelimit-limit": "300", "ratelimit-remaining": "0" });
			expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
			expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(3_600);
		}
	});
});

describe.each(ways)("500 - Server error, on $name", { timeout: 60_000 }, (way) => {
	const server = ownServer(way);

	test("is the envelope without a stack, of each call", async () => {
		const { url } = server();
		const scenes: Awaited<ReturnType<typeof documentScene>>[] = [];
		for (const kind of documentKinds) scenes.push(await documentScene({ url }, kind));
		await alter(server(), "ALTER TABLE Share RENAME TO Broken");
		const answers = [];
		for (const { owner, path } of scenes) answers.push(await owner.post(`${path}/share`), await owner.delete(`${path}/share`));
		for (const { kind } of documentKinds)
			answers.push(await new Client(url).get(`/api/shared/${kind}/550e8400-e29b-41d4-a716-446655440000`));
		for (const { status, body } of answers) expect([status, body]).toEqual([500, { error: "Something went wrong on our side" }]);
	});
});
