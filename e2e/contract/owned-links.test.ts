// What an owner reads of links, and what counts as a change of one.

import { beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { OwnLink, type Shared, secret, shared } from "./policy-scene";

type Link = { share: Record<string, unknown> & { id: string; version: number; policy: Record<string, unknown> } };

describe.each(lanes)("links of an owner on $name", ({ url }) => {
	let item: Shared;
	let owner: Client;
	beforeAll(async () => {
		item = await shared(url, "playlist");
		owner = new Client(url, { authorization: `Bearer ${item.owner.token}` });
	});
	const fresh = (policy = {}) => OwnLink.of(item.owner, item.itemId, policy);
	const patch = (link: OwnLink, policy: unknown) => owner.patch<Link>(`/api/shares/${link.id}`, { policy });
	const read = async ({ id }: OwnLink) => (await owner.get<Link>(`/api/shares/${id}`)).body.share;

	test("what is sent as it was is no change: no line in the activity, no version", async () => {
		const link = await fresh({ expiresAt: "2031-01-01T00:00:00Z", allowEmails: ["a@example.test", "b@example.test"] });
		const { policy } = await read(link);
		const { isActive, hasPassword: _, ...whole } = policy;
		const same = await owner.patch<Link>(`/api/shares/${link.id}`, { isActive, label: secret, policy: { ...whole, password: null } });
		expect([same.status, same.body.share.version]).toEqual([200, 1]);
		const one = { ...whole, maxViews: 4, allowEmails: ["B@example.test", "a@example.test", "a@example.test"] };
		expect((await patch(link, one)).body.share.version).toBe(2);
		const { activity } = (await link.ask("GET", "/activity")) as { activity: { what: string; detail: string }[] };
		expect(activity.map(({ what, detail }) => `${what} ${detail}`)).toEqual(["changed openings", "made "]);
		expect((await owner.patch(`/api/shares/${link.id}`, {}, { "if-match": '"1"' })).status).toBe(412);
	});

	test("whom each link is for stands in every list of links", async () => {
		const links = [await fresh({ allowEmails: ["a@example.test"] }), await fresh(), await fresh({ allowEmails: ["b@example.test"] })];
		const ids = links.map((link) => link.id);
		type Shares = { shares: Link["share"][] };
		const asked = [
			await owner.get<Shares>("/api/shares?limit=200"),
			await owner.get<Shares>(`/api/items/${item.itemId}/shares`),
			await owner.patch<Shares>("/api/shares", { ids, isActive: true }),
		];
		for (const { body } of asked) {
			const byId = new Map(body.shares.map(({ id, policy }) => [id, policy.allowEmails]));
			expect(ids.map((id) => byId.get(id))).toEqual([["a@example.test"], [], ["b@example.test"]]);
		}
	});

	test("a link that ended is explained as ended, to its owner too", async () => {
		const link = await fresh();
		await owner.delete(`/api/shares/${link.id}`);
		for (const as of ["anonymous", item.owner.user.email]) {
			const { body } = await owner.get(`/api/shares/${link.id}/explain?as=${as}`);
			expect(body).toMatchObject({
				allowed: false,
				refusal: "share_not_found",
				gates: [{ gate: "active", passed: false }, {}, {}, {}, {}, {}, {}],
			});
		}
	});
});
