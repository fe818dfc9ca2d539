import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken, strangers } from "../support/credentials";
import { lanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { SessionScene, shareCode, type Whole } from "./session-scene";

const absent = { message: "Session not found" };

describe.each(lanes)("links to a session on $name", ({ url }) => {
	const nobody = new Client(url);
	const heard = ({ status, body }: { status: number; body: unknown }) => [status, body];
	const ways = (code: string) => [`/api/shared/${code}/preview`, `/api/shared/${code}`, `/api/shared/media/${code}`];
	const statuses = async (client: Client, code: string) => Promise.all(ways(code).map(async (path) => (await client.get(path)).status));

	test("isPublic false pauses the public code, and sharing again resumes the same", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const { shareCode: code } = await scene.share();
		const visitor = await byToken(await Account.signUp(url));
		expect(await statuses(visitor, code)).toEqual([200, 200, 200]);
		const off = await scene.owner.patch<Whole>(scene.path, { isPublic: false });
		expect(off.body.session.isPublic).toBe(false);
		for (const path of ways(code)) expect(heard(await visitor.get(path))).toEqual([404, absent]);
		expect((await nobody.get(`/api/shared/${code}/preview`)).status).toBe(404);
		expect((await scene.share()).shareCode).toBe(code);
		expect(await statuses(visitor, code)).toEqual([200, 200, 200]);
		await scene.owner.patch(scene.path, { isPublic: false });
		expect((await scene.owner.patch<Whole>(scene.path, { isPublic: true })).body.session.isPublic).toBe(true);
		expect((await scene.share()).shareCode).toBe(code);
	});

	test("a code of one person is for that person and the owner, and for nobody else there is none", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const friend = await Account.signUp(url);
		const made = await scene.share(friend.user.id);
		const { referralCode } = scene.account.user;
		expect(made).toEqual({ shareCode, shareUrl: `${url}/shared/${made.shareCode}?r=${referralCode}`, referralCode });
		expect(await scene.share(friend.user.id)).toEqual(made);
		expect((await scene.whole()).session.isPublic).toBe(false);
		const code = made.shareCode;
		expect(await statuses(await byToken(friend), code)).toEqual([200, 200, 200]);
		expect(await statuses(scene.owner, code)).toEqual([200, 200, 200]);
		for (const { enter } of strangers.slice(1)) {
			const other = await enter(url);
			for (const path of ways(code)) expect(heard(await other.get(path))).toEqual([404, absent]);
		}
		expect(await statuses(nobody, code)).toEqual([404, 401, 401]);
		const file = (await scene.whole()).media[0]?.thumbnail?.replace("/items/", `/share/${code}/items/`) ?? "";
		expect((await nobody.get(file)).status).toBe(404);
		expect((await (await byToken(friend)).get(file)).status).toBe(200);
	});

	test("sharing again with a person whose code was turned off turns the same code on", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const friend = await Account.signUp(url);
		const client = await byToken(friend);
		const made = await scene.share(friend.user.id);
		type Links = { shares: { id: string }[] };
		const id = (await scene.owner.get<Links>("/api/shares")).body.shares[0]?.id;
		await scene.owner.patch(`/api/shares/${id}`, { isActive: false });
		expect(await statuses(client, made.shareCode)).toEqual([404, 404, 404]);
		expect(await scene.share(friend.user.id)).toEqual(made);
		expect(await statuses(client, made.shareCode)).toEqual([200, 200, 200]);
	});

	test("the public code and a person's own do not touch each other", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const friend = await Account.signUp(url);
		const client = await byToken(friend);
		const [open, own] = [(await scene.share()).shareCode, (await scene.share(friend.user.id)).shareCode];
		expect(own).not.toBe(open);
		await scene.owner.patch(scene.path, { isPublic: false });
		expect([await statuses(client, open), await statuses(client, own)]).toEqual([
			[404, 404, 404],
			[200, 200, 200],
		]);
		await scene.share();
		type Links = { shares: { id: string; code: string }[] };
		const { shares } = (await scene.owner.get<Links>("/api/shares")).body;
		const id = shares.find(({ code }) => code === own)?.id ?? "";
		expect((await scene.owner.delete(`/api/shares/${id}`)).status).toBe(204);
		expect([await statuses(client, open), await statuses(client, own)]).toEqual([
			[200, 200, 200],
			[404, 404, 404],
		]);
		expect((await scene.share()).shareCode).toBe(open);
	});

	test("nobody shares with an account that is not there or with themselves, and only with their own session", async () => {
		const scene = await SessionScene.begin(url);
		const ask = (client: Client, userId: unknown) => client.post(`${scene.path}/share`, { userId });
		for (const userId of ["nobody", "", "no\u0000body", 7, true, [scene.account.user.id], {}])
			expect(heard(await ask(scene.owner, userId))).toEqual([400, { message: "User not found" }]);
		expect(heard(await ask(scene.owner, scene.account.user.id))).toEqual([400, { message: "Cannot share a session with yourself" }]);
		const other = await byToken(await Account.signUp(url));
		expect(heard(await ask(other, "nobody"))).toEqual([403, { message: "You do not have permission to share this session" }]);
	});

	test("somebody without an account is shown three small pictures and not one file more", async () => {
		const scene = await SessionScene.begin(url, { pictures: 5 });
		const { shareCode: code } = await scene.share();
		const { media } = await scene.whole();
		const at = (path: string | null) => (path ?? "").replace("/items/", `/share/${code}/items/`);
		const thumbs = await Promise.all(media.map(async ({ thumbnail }) => (await nobody.get(at(thumbnail))).status));
		expect(thumbs).toEqual([200, 200, 200, 401, 401]);
		for (const { mediaUrl } of media) expect((await nobody.get(at(mediaUrl))).status).toBe(401);
		const preview = await nobody.get(`/api/shared/${code}/preview`);
		expect(JSON.stringify(preview.body)).not.toMatch(/media-|thumb-[45]|caption/);
		await scene.owner.patch(`${scene.path}/media`, { order: [5, 4, 3, 2, 1] });
		const turned = await Promise.all(media.map(async ({ thumbnail }) => (await nobody.get(at(thumbnail))).status));
		expect(turned).toEqual([401, 401, 200, 200, 200]);
	});

	test("codes that are none, or of another kind, are not found", async () => {
		const account = await Account.signUp(url);
		const song = await account.upload({ seconds: 0.1 });
		const { shareId } = await account.share("song", song.id);
		const visitor = await byToken(await Account.signUp(url));
		for (const code of [shareId, "x", "00000000-0000-4000-8000-000000000000", "%00", "..%2f..%2fme"])
			for (const path of ways(code)) expect(heard(await visitor.get(path)), path).toEqual([404, absent]);
	});

	test("a link that is locked, over or used up says so in the family's words", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const { shareCode: code } = await scene.share();
		type Links = { shares: { id: string }[] };
		const id = (await scene.owner.get<Links>("/api/shares")).body.shares[0]?.id;
		const set = (policy: object) => scene.owner.patch(`/api/shares/${id}`, { policy });
		await set({ password: "open sesame" });
		expect(heard(await nobody.get(`/api/shared/${code}/preview`))).toMatchObject([401, { requiresPassword: true }]);
		await set({ password: null, expiresAt: new Date(Date.now() - 1000).toISOString() });
		expect(heard(await nobody.get(`/api/shared/${code}/preview`))).toMatchObject([410, { reason: "expired" }]);
		await set({ expiresAt: null, startsAt: new Date(Date.now() + 60_000).toISOString() });
		expect(heard(await nobody.get(`/api/shared/${code}/preview`))).toMatchObject([403, { opensAt: expect.any(String) as unknown }]);
		expect((await scene.owner.get(`/api/shared/${code}`)).status).toBe(200);
	});

	test("what happens on a link is written down: made, previewed, opened, and whether the referral came along", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		await roomInThis("minute", 10);
		const { shareCode: code, referralCode } = await scene.share();
		await nobody.get(`/api/shared/${code}/preview?r=${referralCode}`);
		await nobody.get(`/api/shared/${code}/preview?r=${referralCode}`);
		await (await byToken(await Account.signUp(url))).get(`/api/shared/${code}?r=somebody`);
		await scene.owner.get(`/api/shared/${code}?r=${referralCode}`);
		type Links = { shares: { id: string }[] };
		const id = (await scene.owner.get<Links>("/api/shares")).body.shares[0]?.id;
		type Events = { activity: { what: string; detail: string; count: number }[] };
		const events = async () =>
			(await scene.owner.get<Events>(`/api/shares/${id}/activity`)).body.activity.map(({ what, detail, count }) => [what, detail, count]);
		await expect.poll(events, { timeout: 20_000 }).toEqual([
			["opened", "", 1],
			["previewed", "referral", 1],
			["made", "", 1],
		]);
	});
});
