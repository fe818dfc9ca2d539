// What a visitor does at a link that asks for something: its password, one of its openings.

import { beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { hotLanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { OwnLink, type Shared, shared, withCookies } from "./policy-scene";
import { nativeError } from "./shapes";

describe.each(hotLanes)("on $name", ({ url }) => {
	let item: Shared;
	beforeAll(async () => {
		item = await shared(url, "playlist");
	});
	const fresh = (policy = {}) => OwnLink.of(item.owner, item.itemId, policy);
	const someone = () => new Client(url).elsewhere();
	const unlock = (client: Client, code: string, password: unknown) => client.post(`/api/unlock/${code}`, { password });
	const reads = async (client: Client, { code }: OwnLink) => (await client.get(`/api/share/${code}`)).status;
	const counts = async ({ owner, id }: OwnLink) => {
		const { share } = (await (await owner.fetch(`/api/shares/${id}`)).json()) as {
			share: { openings: number; viewCount: number; state: string };
		};
		return share;
	};

	test("the right password lets this browser in, to this link alone", async () => {
		const [link, other] = [await fresh({ password: "one" }), await fresh({ password: "one" })];
		const visitor = someone();
		expect([await reads(visitor, link), await reads(visitor, other)]).toEqual([401, 401]);
		const answer = await unlock(visitor, link.code, "one");
		expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
		const [cookie = ""] = answer.headers["set-cookie"] ?? [];
		expect(cookie).toMatch(/^passalong\.unlocked\.\d+=[\w.-]+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
		expect(cookie).not.toContain(link.code);
		const inside = withCookies(visitor, answer);
		expect([await reads(inside, link), await reads(inside, other), await reads(visitor, link)]).toEqual([200, 401, 401]);
		const moved = cookie.replace(/\d+=/, `${other.id}=`).split(";", 1)[0] ?? "";
		expect(await reads(new Client(url, { ...visitor.headers, cookie: moved }), other)).toBe(401);
	});

	test("another password, also the same again, and another code turn out who was in", async () => {
		const link = await fresh({ password: "one" });
		const inside = withCookies(someone(), await unlock(someone(), link.code, "one"));
		await link.change({ label: "what changes nothing", policy: { maxViews: null } });
		expect(await reads(inside, link)).toBe(200);
		await link.ask("POST", "/rotate");
		const { share } = (await link.ask("GET", "")) as { share: { code: string } };
		const moved = new OwnLink(link.owner, link.id, share.code);
		expect([await reads(inside, link), await reads(inside, moved)]).toEqual([404, 401]);
		const again = withCookies(someone(), await unlock(someone(), moved.code, "one"));
		expect(await reads(again, moved)).toBe(200);
		await moved.change({ policy: { password: "one" } });
		expect(await reads(again, moved)).toBe(401);
		await moved.change({ policy: { password: null } });
		expect(await reads(someone(), moved)).toBe(200);
	});

	test.each([[["one"]], [{ password: "one" }], [1], [null], [true], [""], ["x".repeat(201)]])(
		"a password that is %j is bad input",
		async (password) => {
			const link = await fresh({ password: "one" });
			const answer = await unlock(someone(), link.code, password);
			expect([answer.status, answer.body]).toMatchObject([400, { error: { code: "bad_input", fields: { password: expect.any(String) } } }]);
		},
	);

	test("five wrong ones in a minute from one address, and then not even the right one is looked at there", async () => {
		const link = await fresh({ password: "one" });
		const visitor = someone();
		await roomInThis("minute", 20);
		const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => unlock(visitor, link.code, `wrong ${at}`)));
		expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
		expect(answers.find(({ status }) => status === 401)?.body).toEqual(
			nativeError("wrong_password", expect.any(String), { requiresPassword: true }),
		);
		const late = await unlock(visitor, link.code, "one");
		expect([late.status, Number(late.headers["retry-after"])]).toEqual([429, expect.any(Number)]);
		expect((await unlock(someone(), link.code, "one")).status).toBe(204);
	});

	test("unknown codes are guessed no faster", async () => {
		const visitor = someone();
		const code = "0123456789abcdef";
		await roomInThis("minute", 20);
		const statuses = [];
		for (let guess = 0; guess < 7; guess++) statuses.push((await unlock(visitor, code, "x")).status);
		expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
	});

	test("of a hundred who open it at once exactly as many get in as there are openings", async () => {
		const link = await fresh({ maxViews: 7 });
		const visitors = Array.from({ length: 100 }, someone);
		const answers = await Promise.all(visitors.map((visitor) => visitor.post(`/api/open/${link.code}`)));
		const inside = answers.flatMap((answer, at) => (answer.status === 204 ? [withCookies(visitors[at] ?? someone(), answer)] : []));
		expect(inside).toHaveLength(7);
		const refused = answers.filter(({ status }) => status !== 204);
		for (const { status, body } of refused)
			expect([status, body]).toEqual([410, nativeError("share_used_up", expect.any(String), { reason: "used_up" })]);
		expect(await counts(link)).toMatchObject({ openings: 7, viewCount: 7, state: "used_up" });
		for (const visitor of inside) expect(await reads(visitor, link)).toBe(200);
		expect(await reads(someone(), link)).toBe(410);
	});

	test("whoever is in opens again for nothing, and so do the owner and those who only look", async () => {
		const link = await fresh({ maxViews: 2 });
		const inside = withCookies(someone(), await someone().post(`/api/open/${link.code}`));
		const owner = new Client(url, { authorization: `Bearer ${item.owner.token}` });
		const unfurler = new Client(url, { "user-agent": "facebookexternalhit/1.1" });
		for (let time = 0; time < 3; time++) {
			expect((await inside.post(`/api/open/${link.code}`)).status).toBe(204);
			expect((await owner.post(`/api/open/${link.code}`)).status).toBe(204);
			expect((await unfurler.post(`/api/open/${link.code}`)).status).toBe(403);
			for (const client of [someone(), unfurler])
				for (const path of [`/share/${link.code}`, `/api/share/${link.code}`, `/api/open/${link.code}`]) {
					await client.get(path, { purpose: "prefetch", "sec-purpose": "prefetch" });
					await client.ask("HEAD", path);
				}
		}
		expect((await counts(link)).openings).toBe(1);
		expect((await someone().post(`/api/open/${link.code}`)).status).toBe(204);
	});

	test("a password comes before an opening, and an opening is spent by nobody who does not know it", async () => {
		const link = await fresh({ password: "one", maxViews: 1 });
		expect((await someone().post(`/api/open/${link.code}`)).status).toBe(401);
		expect((await counts(link)).openings).toBe(0);
		const unlocked = withCookies(someone(), await unlock(someone(), link.code, "one"));
		expect(await reads(unlocked, link)).toBe(403);
		const opened = withCookies(unlocked, await unlocked.post(`/api/open/${link.code}`));
		expect(await reads(opened, link)).toBe(200);
		expect((await unlock(someone(), link.code, "one")).status).toBe(410);
	});

	test("more openings let others in, none are given back by a pause", async () => {
		const link = await fresh({ maxViews: 1 });
		await someone().post(`/api/open/${link.code}`);
		await link.change({ isActive: false });
		expect((await someone().post(`/api/open/${link.code}`)).status).toBe(404);
		await link.change({ isActive: true });
		expect((await someone().post(`/api/open/${link.code}`)).status).toBe(410);
		await link.change({ policy: { maxViews: 2 } });
		expect((await someone().post(`/api/open/${link.code}`)).status).toBe(204);
		expect(await counts(link)).toMatchObject({ openings: 2 });
	});

	test("a song can be kept where the link allows it, by whoever may hear all of it", async () => {
		const link = await fresh();
		const path = `/api/files/share/${link.code}/items/${item.songId}/download`;
		const owner = new Client(url, { authorization: `Bearer ${item.owner.token}` });
		expect((await someone().get(path)).body).toEqual(nativeError("download_not_allowed", expect.any(String)));
		expect((await owner.get(path)).status).toBe(200);
		await link.change({ policy: { allowDownload: true } });
		expect((await someone().get(path)).body).toEqual(nativeError("play_limit_reached", expect.any(String), { requiresAuth: true }));
		await link.change({ policy: { playLimit: null } });
		const file = await someone().get(path);
		expect([file.status, file.headers["content-disposition"]]).toEqual([
			200,
			expect.stringMatching(/^attachment; filename="Zyzzyva song\.wav"/),
		]);
		expect(file.bytes.subarray(0, 4).toString()).toBe("RIFF");
		expect((await someone().get(path.replace(item.songId, item.itemId))).status).toBe(404);
	});
});
