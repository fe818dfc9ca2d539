// What an owner makes of a link: its policy, further links, another code, who it is for, and what happened on it.

import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { change, look } from "../support/database";
import { lanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { OwnLink, type Shared, shared } from "./policy-scene";
import { date, id, nativeError, shareId } from "./shapes";

type Link = { share: Record<string, unknown> & { id: string; code: string; version: number; policy: Record<string, unknown> } };

describe.each(lanes)("policies on $name", (lane) => {
	const { url } = lane;
	let item: Shared;
	let owner: Client;
	beforeAll(async () => {
		item = await shared(url, "playlist");
		owner = new Client(url, { authorization: `Bearer ${item.owner.token}` });
	});
	const fresh = (policy = {}) => OwnLink.of(item.owner, item.itemId, policy);
	const patch = (link: OwnLink, policy: unknown, headers?: Record<string, string>) =>
		owner.patch<Link>(`/api/shares/${link.id}`, { policy }, headers);
	const read = async ({ id }: OwnLink) => (await owner.get<Link>(`/api/shares/${id}`)).body.share;

	test("an extra link has its own code, policy, label and counts, and stands with the others of its item", async () => {
		const { shareId: primary } = await item.owner.share("playlist", item.itemId);
		const { status, body } = await owner.post<Link>(`/api/items/${item.itemId}/shares`, { label: "For Bob", policy: { maxViews: 5 } });
		expect([status, body.share]).toMatchObject([
			201,
			{ id, code: shareId, kind: "playlist", primary: false, label: "For Bob", state: "live", openings: 0, waiting: [], version: 1 },
		]);
		expect(body.share.policy).toEqual({
			isActive: true,
			startsAt: null,
			expiresAt: null,
			hasPassword: false,
			playLimit: 3,
			maxViews: 5,
			allowEmails: [],
			allowDownload: false,
			allowIndexing: false,
		});
		const all = (await owner.get<{ shares: Link["share"][] }>(`/api/items/${item.itemId}/shares`)).body.shares;
		expect(all[0]).toMatchObject({ code: primary, primary: true });
		expect(all.map(({ code }) => code)).toContain(body.share.code);
		expect((await owner.delete(`/api/shares/${body.share.id}`)).status).toBe(204);
		const left = (await owner.get<{ shares: Link["share"][] }>(`/api/items/${item.itemId}/shares`)).body.shares;
		expect(left.map(({ code }) => code)).not.toContain(body.share.code);
	});

	test("what is given is changed, what is absent stays, and the password is never shown", async () => {
		const link = await fresh();
		const policy = { startsAt: "2030-01-01T10:00:00+02:00", expiresAt: "2031-01-01T00:00:00Z", password: "s3cret words", playLimit: null };
		const first = await patch(link, policy);
		expect(first.status).toBe(200);
		expect(first.body.share).toMatchObject({
			state: "scheduled",
			version: 2,
			policy: { startsAt: "2030-01-01T08:00:00.000Z", expiresAt: "2031-01-01T00:00:00.000Z", hasPassword: true, playLimit: null },
		});
		const second = await patch(link, {
			startsAt: null,
			password: null,
			allowEmails: ["  B@Example.test", "b@example.test", "a@example.test"],
		});
		expect(second.body.share).toMatchObject({
			state: "live",
			policy: {
				startsAt: null,
				expiresAt: "2031-01-01T00:00:00.000Z",
				hasPassword: false,
				allowEmails: ["b@example.test", "a@example.test"],
			},
		});
		expect(first.bytes.toString() + second.bytes.toString()).not.toMatch(/s3cret|argon2/);
		expect((await owner.patch<Link>(`/api/shares/${link.id}`, {})).body.share.version).toBe(3);
	});

	test.each([
		["opens after it expires", { startsAt: "2031-01-01T00:00:00Z", expiresAt: "2030-01-01T00:00:00Z" }, "policy.expiresAt"],
		["opens and expires at once", { startsAt: "2031-01-01T00:00:00Z", expiresAt: "2031-01-01T00:00:00Z" }, "policy.expiresAt"],
		["a date without a zone", { expiresAt: "2031-01-01T00:00:00" }, "policy.expiresAt"],
		["a day that no month has", { expiresAt: "2031-02-30T00:00:00Z" }, "policy.expiresAt"],
		["the year 10000", { expiresAt: "10000-01-01T00:00:00Z" }, "policy.expiresAt"],
		["the year 10000 by its zone", { expiresAt: "9999-12-31T23:59:59-14:00" }, "policy.expiresAt"],
		["a time as a number", { startsAt: 1_900_000_000 }, "policy.startsAt"],
		["no opening", { maxViews: 0 }, "policy.maxViews"],
		["2^31 openings", { maxViews: 2_147_483_648 }, "policy.maxViews"],
		["half an opening", { maxViews: 1.5 }, "policy.maxViews"],
		["openings in words", { maxViews: "3" }, "policy.maxViews"],
		["no plays", { playLimit: 0 }, "policy.playLimit"],
		["a password of 201 characters", { password: "x".repeat(201) }, "policy.password"],
		["an empty password", { password: "" }, "policy.password"],
		["a password that is a list", { password: ["a"] }, "policy.password"],
		["what is no address", { allowEmails: ["a@example.test", "b"] }, "policy.allowEmails.1"],
		["a list of 10,000", { allowEmails: Array.from({ length: 10_000 }, (_, at) => `${at}@example.test`) }, "policy.allowEmails"],
		["a list that is one address", { allowEmails: "a@example.test" }, "policy.allowEmails"],
		["yes in words", { allowDownload: "yes" }, "policy.allowDownload"],
		["a policy that is a text", "open", "policy"],
	])("%s is refused beside its field, and nothing is changed", async (_what, policy, field) => {
		const link = await fresh({ maxViews: 9 });
		const { status, body } = await patch(link, policy);
		expect([status, body]).toMatchObject([400, { error: { code: "bad_input", fields: { [field]: expect.any(String) } } }]);
		expect(await read(link)).toMatchObject({ version: 1, policy: { maxViews: 9, hasPassword: false, allowEmails: [] } });
		const made = await owner.post(`/api/items/${item.itemId}/shares`, { policy });
		expect([made.status, made.body]).toMatchObject([400, { error: { fields: { [field]: expect.any(String) } } }]);
	});

	test("what was left as it is counts for the order of dates too", async () => {
		const link = await fresh({ expiresAt: "2030-01-01T00:00:00Z" });
		expect((await patch(link, { startsAt: "2030-06-01T00:00:00Z" })).body).toMatchObject({
			error: { fields: { "policy.startsAt": expect.any(String) } },
		});
		expect((await patch(link, { startsAt: "2030-06-01T00:00:00Z", expiresAt: null })).status).toBe(200);
	});

	test("keys of prototypes and unknown fields are nothing", async () => {
		const link = await fresh();
		const body = `{"policy":{"__proto__":{"allowDownload":true},"constructor":1,"openings":7,"passwordHash":"x"},"ownerId":"x"}`;
		const headers = { "content-type": "application/json", ...owner.headers };
		const answer = await owner.ask<Link>("PATCH", `/api/shares/${link.id}`, { headers, body });
		expect(answer.status).toBe(200);
		expect(answer.body.share).toMatchObject({ openings: 0, policy: { allowDownload: false, hasPassword: false } });
	});

	test("a dialog that is stale changes nothing", async () => {
		const link = await fresh();
		const seen = (await owner.get(`/api/shares/${link.id}`)).headers.etag ?? "";
		expect(seen).toBe('"1"');
		const newer = await patch(link, { maxViews: 5 }, { "if-match": seen });
		expect([newer.status, newer.headers.etag]).toEqual([200, '"2"']);
		const stale = await patch(link, { maxViews: 500, password: "x" }, { "if-match": seen });
		expect([stale.status, stale.body]).toEqual([412, nativeError("precondition_failed", expect.any(String))]);
		expect(await read(link)).toMatchObject({ version: 2, policy: { maxViews: 5, hasPassword: false } });
		expect((await patch(link, { maxViews: 6 }, { "if-match": "*" })).status).toBe(200);
	});

	test("of many that change different parts at once none is lost", async () => {
		const link = await fresh();
		const parts = [{ maxViews: 5 }, { playLimit: 2 }, { allowDownload: true }, { allowIndexing: true }];
		const answers = await Promise.all(parts.map((part) => patch(link, part)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		expect((await read(link)).policy).toMatchObject(Object.assign({}, ...parts));
	});

	test("a policy for an ended link, a foreign one or none is refused", async () => {
		const link = await fresh();
		await link.ask("DELETE", "");
		expect((await patch(link, { maxViews: 5 })).body).toEqual(nativeError("share_ended", expect.any(String)));
		expect((await owner.post(`/api/shares/${link.id}/rotate`)).body).toEqual(nativeError("share_ended", expect.any(String)));
		const stranger = await Account.signUp(url);
		const other = await fresh();
		const calls = [
			["PATCH", "", { policy: {} }],
			["POST", "/rotate"],
			["POST", "/approve", { email: "a@example.test" }],
			["GET", "/explain"],
			["GET", "/activity"],
		] as const;
		for (const [method, path, body] of calls) {
			for (const wanted of [other.id, "0", "x", "99999999"]) {
				const answer = await new Client(url, { authorization: `Bearer ${stranger.token}` }).send(
					method,
					`/api/shares/${wanted}${path}`,
					body,
				);
				expect([answer.status, answer.body], `${method} ${path}`).toEqual([404, nativeError("own_share_not_found", "Share not found")]);
			}
			expect((await new Client(url).send(method, `/api/shares/${other.id}${path}`, body)).status).toBe(401);
		}
		expect((await new Client(url, { authorization: `Bearer ${stranger.token}` }).post(`/api/items/${item.itemId}/shares`, {})).status).toBe(
			404,
		);
	});

	test("an expired link is open again once it has more time", async () => {
		const link = await fresh({ expiresAt: "2020-01-01T00:00:00Z" });
		expect((await read(link)).state).toBe("expired");
		expect((await new Client(url).get(`/api/share/${link.code}`)).status).toBe(410);
		await patch(link, { expiresAt: null });
		expect((await new Client(url).get(`/api/share/${link.code}`)).status).toBe(200);
	});

	test("another code keeps settings and counts, and of two at once both tell the one that stands", async () => {
		const link = await fresh({ maxViews: 5, allowDownload: true });
		await new Client(url).post(`/api/open/${link.code}`);
		const answers = await Promise.all([0, 1].map(() => owner.post<Link>(`/api/shares/${link.id}/rotate`)));
		const codes = answers.map(({ body }) => body.share.code);
		const { code, ...rest } = await read(link);
		expect(codes).toContain(code);
		expect(code).not.toBe(link.code);
		expect(rest).toMatchObject({ viewCount: 1, openings: 1, policy: { maxViews: 5, allowDownload: true }, url: `${url}/share/${code}` });
		for (const old of [link.code, ...codes.filter((each) => each !== code)])
			expect((await new Client(url).get(`/api/share/${old}`)).status).toBe(404);
	});

	test("why somebody cannot open it is told gate by gate", async () => {
		const guest = await Account.signUp(url);
		const link = await fresh({ password: "x", allowEmails: [guest.user.email], expiresAt: "2040-01-01T00:00:00Z", maxViews: 2 });
		type Told = { allowed: boolean; refusal: string | null; gates: { gate: string; passed: boolean; why: string }[] };
		const as = async (who: string) => (await owner.get<Told>(`/api/shares/${link.id}/explain${who}`)).body;
		const passed = ({ gates }: Told) => gates.filter((each) => each.passed).map(({ gate }) => gate);
		const anonymous = await as("");
		expect(anonymous).toMatchObject({ allowed: false, refusal: "share_sign_in_required" });
		expect(anonymous.gates.map(({ gate }) => gate)).toEqual([
			"active",
			"startsAt",
			"expiresAt",
			"maxViews",
			"allowList",
			"password",
			"opening",
		]);
		expect(passed(anonymous)).toEqual(["active", "startsAt", "expiresAt", "maxViews"]);
		expect(await as("?as=anonymous")).toEqual(anonymous);
		const listed = await as(`?as=${encodeURIComponent(guest.user.email)}`);
		expect([listed.refusal, passed(listed)]).toEqual(["share_locked", ["active", "startsAt", "expiresAt", "maxViews", "allowList"]]);
		// Of addresses that are not listed nothing is told, whether they have an account or not.
		const others = await Promise.all([(await Account.signUp(url)).user.email, "nobody@example.test"].map((email) => as(`?as=${email}`)));
		expect(others[0]).toEqual(others[1]);
		expect(others[0]?.gates[4]).toEqual({ gate: "allowList", passed: false, why: "They are none of the people it is for." });
		expect(await as(`?as=${item.owner.user.email}`)).toMatchObject({ allowed: true, refusal: null });
		expect((await owner.get(`/api/shares/${link.id}/explain?as=nobody`)).status).toBe(400);
		await patch(link, { password: null, allowEmails: [], maxViews: null });
		expect(await as("")).toMatchObject({ allowed: true, refusal: null });
	});

	test("an account that is made after its address was listed waits until the owner lets it in", async () => {
		const listed = `${crypto.randomUUID()}@example.test`;
		const link = await fresh({ allowEmails: [listed] });
		expect(await read(link)).toMatchObject({ waiting: [] });
		const guest = await Account.signUp(url);
		await change(lane, "UPDATE User SET email = ? WHERE id = ?", listed, guest.user.id);
		const visitor = new Client(url, { authorization: `Bearer ${guest.token}` });
		expect((await visitor.get(`/api/share/${link.code}`)).status).toBe(403);
		expect(await read(link)).toMatchObject({ waiting: [listed] });
		const approve = (email: string) => owner.post<Link>(`/api/shares/${link.id}/approve`, { email });
		expect((await approve("other@example.test")).body).toEqual(nativeError("not_waiting", expect.any(String)));
		expect((await approve(listed.toUpperCase())).body.share).toMatchObject({ waiting: [] });
		expect((await visitor.get(`/api/share/${link.code}`)).status).toBe(200);
		expect((await approve(listed)).status).toBe(404);
		await patch(link, { allowEmails: [listed, "more@example.test"] });
		expect((await visitor.get(`/api/share/${link.code}`)).status).toBe(200);
		await patch(link, { allowEmails: ["more@example.test"] });
		expect((await visitor.get(`/api/share/${link.code}`)).status).toBe(403);
	});

	test("what happened on a link is told newest first, without addresses", async () => {
		const link = await fresh();
		await patch(link, { password: "right", maxViews: 3 });
		for (const isActive of [false, true]) await link.change({ isActive });
		await link.ask("POST", "/rotate");
		const { code } = await read(link);
		const visitor = new Client(url).elsewhere();
		await roomInThis("minute", 10);
		for (let time = 0; time < 2; time++) await visitor.get(`/api/share/${code}`);
		for (const password of ["wrong", "right"]) await visitor.post(`/api/unlock/${code}`, { password });
		type Told = { activity: { at: string; what: string; detail: string; count: number }[] };
		const told = async () => (await owner.get<Told>(`/api/shares/${link.id}/activity`)).body.activity;
		await expect.poll(async () => (await told()).length, { timeout: 20_000 }).toBe(8);
		const lines = (await told()).map(({ what, detail, count }) => `${what} ${detail} ${count}`);
		expect(lines.slice(-5)).toEqual(["rotated  1", "resumed  1", "paused  1", "changed password, openings 1", "made  1"]);
		expect(lines.slice(0, 3).sort()).toEqual(["refused locked 1", "refused wrong_password 1", "unlocked  1"]);
		expect((await told())[0]).toEqual({ at: date, what: expect.any(String), detail: expect.any(String), count: 1 });
		expect((await owner.get<Told>(`/api/shares/${link.id}/activity?limit=2`)).body.activity).toHaveLength(2);
	});

	test("presets are kept by name, used by their owner alone, and hold no password", async () => {
		const account = await Account.signUp(url);
		const client = new Client(url, { authorization: `Bearer ${account.token}` });
		const policy = { expiresInDays: 7, maxViews: 3, allowEmails: ["a@example.test"], password: "x" };
		const { status, body } = await client.post<{ preset: { id: string } }>("/api/presets", { name: " Friends ", policy });
		const preset = { id, name: "Friends", policy: { expiresInDays: 7, maxViews: 3, allowEmails: ["a@example.test"] } };
		expect([status, body]).toEqual([201, { preset }]);
		await client.post("/api/presets", { name: "Friends", policy: { maxViews: null } });
		expect((await client.get("/api/presets")).body).toEqual({
			presets: [{ id: body.preset.id, name: "Friends", policy: { maxViews: null } }],
		});
		expect((await owner.get("/api/presets")).body).toEqual({ presets: [] });
		expect((await owner.delete(`/api/presets/${body.preset.id}`)).body).toEqual(nativeError("preset_not_found", "Preset not found"));
		for (const bad of [
			{ name: "", policy: {} },
			{ name: "x", policy: { maxViews: 0 } },
			{ name: "x" },
			{ name: "x".repeat(61), policy: {} },
		])
			expect((await client.post("/api/presets", bad)).status).toBe(400);
		expect((await client.delete(`/api/presets/${body.preset.id}`)).status).toBe(204);
		expect((await client.get("/api/presets")).body).toEqual({ presets: [] });
	});

	test("a link's password is kept as argon2id", async () => {
		const link = await fresh({ password: "päss wörd " });
		expect(await look<string>(lane, "SELECT passwordHash FROM Share WHERE id = ?", Number(link.id))).toMatch(/^\$argon2id\$/);
		expect((await new Client(url).post(`/api/unlock/${link.code}`, { password: "päss wörd " })).status).toBe(204);
		expect((await new Client(url).post(`/api/unlock/${link.code}`, { password: "päss wörd" })).status).toBe(401);
	});
});
