import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { nobodys, waysIn } from "../support/credentials";
import { alter } from "../support/database";
import { lanes } from "../support/lanes";
import { ownServer, ways } from "./own-server";
import { SessionScene, type Shared, shareCode, type Whole } from "./session-scene";
import { date } from "./shapes";

/*
 * The document of family 000, from its first line to its last. Where our own contract differs from it on purpose, the contract wins:
 *   - the cookie is ours and not `connect.sid`, and a Bearer token does as well; codes of referrals are 8 characters;
 *   - `userId`, "rarely used", makes a link for that account alone, and leaves `isPublic` as it is;
 *   - a deleted session can be taken back for a day, and its links with it; for everybody else they are gone at once.
 *
 * | section of the document        | where its lines are tested                                                     |
 * |--------------------------------|--------------------------------------------------------------------------------|
 * | Authentication, Path, Body     | here; personal codes: sessions-sharing.test.ts                                 |
 * | Response, each example         | here                                                                           |
 * | Behavior, Related Endpoints    | here; sessions-sharing.test.ts; pages: e2e/sessions.spec.ts                    |
 * | Notes                          | here; activity: sessions-sharing.test.ts; referrals: referrals.test.ts         |
 */

const share = (client: Client, id: number | string, body?: unknown) => client.post<Shared>(`/api/sessions/${id}/share`, body);

describe.each(lanes)("the document of family 000 on $name", ({ url }) => {
	const nobody = new Client(url);

	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("200: a new share, and the existing one", async () => {
			const scene = await SessionScene.begin(url);
			const owner = await signIn(scene.account);
			const { referralCode } = scene.account.user;
			const { status, body } = await share(owner, scene.session.id);
			const made = { shareCode, shareUrl: `${url}/shared/${body.shareCode}?r=${referralCode}`, referralCode };
			expect([status, body]).toEqual([200, made]);
			for (const sent of [undefined, {}, { userId: null }]) {
				const again = await share(owner, scene.session.id, sent);
				expect([again.status, again.body]).toEqual([200, body]);
			}
		});

		test("403: somebody else's session", async () => {
			const { session } = await SessionScene.begin(url);
			const { status, body } = await share(await signIn(await Account.signUp(url)), session.id);
			expect([status, body]).toEqual([403, { message: "You do not have permission to share this session" }]);
		});
	});

	test("401: nobody is signed in, whatever the session", async () => {
		const { session } = await SessionScene.begin(url);
		for (const client of [nobody, ...nobodys.map((headers) => new Client(url, headers))]) {
			for (const id of [session.id, "abc", 2_147_483_647]) {
				const { status, body } = await share(client, id);
				expect([status, body]).toEqual([401, { message: "Unauthorized" }]);
			}
		}
	});

	test.each(["abc", "0", "-1", "1.5", "01", "1e3", "%201", "1234567890123456", "null"])("400: %s is no session ID", async (id) => {
		const { owner } = await SessionScene.begin(url);
		const { status, body } = await share(owner, id);
		expect([status, body]).toEqual([400, { message: "Invalid session ID" }]);
	});

	test("404: no session, one that is deleted, and what is no session", async () => {
		const { owner, account, session } = await SessionScene.begin(url);
		const song = await account.upload({ seconds: 0.1 });
		await owner.delete(`/api/sessions/${session.id}`);
		for (const id of [session.id, song.id, "2147483647", "999999999999999"]) {
			const { status, body } = await share(owner, id);
			expect([status, body]).toEqual([404, { message: "Session not found" }]);
		}
	});

	test("sharing makes the session public", async () => {
		const scene = await SessionScene.begin(url);
		expect(scene.session.isPublic).toBe(false);
		await scene.share();
		expect((await scene.whole()).session.isPublic).toBe(true);
	});

	test("preview is for everybody, full playback for who is signed in", async () => {
		const scene = await SessionScene.begin(url, { pictures: 5, description: "Five days." });
		const { shareCode: code } = await scene.share();
		const preview = await nobody.get(`/api/shared/${code}/preview`);
		const { user } = scene.account;
		const { media, session } = await scene.whole();
		const seen = (path: string | null) => path?.replace("/api/files/items/", `/api/files/share/${code}/items/`);
		expect([preview.status, preview.body]).toEqual([
			200,
			{
				shareCode: code,
				session: {
					title: "A week in the hills",
					description: "Five days.",
					thumbnail: seen(session.thumbnail),
					mediaCount: 5,
					intervalMin: 5,
					intervalMax: 8,
					transition: "fade",
					createdAt: date,
				},
				owner: { displayName: user.username, avatarUrl: null },
				previewMedia: media.slice(0, 3).map(({ id, type, thumbnail, order }) => ({ id, type, thumbnail: seen(thumbnail), order })),
				requiresAuth: true,
			},
		]);
		for (const path of [`/api/shared/${code}`, `/api/shared/media/${code}`]) {
			const out = await nobody.get(path);
			expect([out.status, out.body]).toEqual([401, { message: "Unauthorized" }]);
		}
		for (const { signIn } of waysIn) {
			const visitor = await signIn(await Account.signUp(url));
			const whole = await visitor.get<Whole>(`/api/shared/${code}`);
			expect([whole.status, whole.body]).toEqual([
				200,
				{
					session: { ...session, thumbnail: seen(session.thumbnail) },
					media: media.map((medium) => ({ ...medium, mediaUrl: seen(medium.mediaUrl), thumbnail: seen(medium.thumbnail) })),
				},
			]);
			const alone = await visitor.get<Whole>(`/api/shared/media/${code}`);
			expect([alone.status, alone.body]).toEqual([200, { media: whole.body.media }]);
			for (const { mediaUrl, thumbnail } of whole.body.media) {
				for (const path of [mediaUrl, thumbnail ?? ""]) expect((await visitor.get(path)).status).toBe(200);
			}
		}
	});

	test("codes stay valid until the session is deleted, and then all of them are gone", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const friend = await Account.signUp(url);
		const codes = [(await scene.share()).shareCode, (await scene.share(friend.user.id)).shareCode];
		const visitor = new Client(url, { authorization: `Bearer ${friend.token}` });
		const paths = codes.flatMap((code) => [`/api/shared/${code}`, `/api/shared/media/${code}`, `/api/shared/${code}/preview`]);
		await scene.owner.patch(scene.path, { title: "Renamed", intervalMin: 1 });
		for (const path of paths) expect((await visitor.get(path)).status).toBe(200);
		expect((await scene.owner.delete(scene.path)).status).toBe(204);
		for (const path of paths) {
			const { status, body } = await visitor.get(path);
			expect([status, body]).toEqual([404, { message: "Session not found" }]);
		}
	});
});

describe.each(ways)("500 - Internal Server Error, on $name", { timeout: 40_000 }, (way) => {
	const server = ownServer(way);

	test("has the document's words and no others", async () => {
		const scene = await SessionScene.begin(server().url);
		await alter(server(), "ALTER TABLE Share RENAME TO Broken");
		const { status, body } = await share(scene.owner, scene.session.id);
		expect([status, body]).toEqual([500, { message: "Failed to share session" }]);
	});
});
