// A link's policy holds whichever server is asked: openings add up, and what is set at one is asked for at the other, running streams too.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OwnLink, type Shared, visitOf, withCookies } from "../contract/policy-scene";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { type Pair, startPair } from "../support/pair";
import { startS3, type TestS3 } from "../support/s3";
import { SlowListener } from "../support/slow-listener";
import { testPostgres } from "../support/throw-away";
import { wav } from "../support/wav";
import { withinASecond } from "../support/within-a-second";
import { streamsHaveHeard } from "./scene";

/** Several times what the sockets between two processes hold. */
const long = wav({ seconds: 1_500, frequency: 0 });

describe.skipIf(!testPostgres())("policies on two servers", () => {
	let pair: Pair;
	let files: TestS3;
	let item: Shared;
	beforeAll(async () => {
		files = await startS3();
		pair = await startPair(files.env);
		const owner = await Account.signUp(pair.one.url);
		const { id } = await owner.upload({ bytes: long });
		item = { owner, kind: "song", itemId: id, songId: id };
	});
	afterAll(async () => {
		await pair.stop();
		await files.stop();
	});
	const at = (place: number) => pair.urls[place % 2] ?? pair.one.url;

	test("of two hundred who open a link at both at once exactly as many get in as there are openings", async () => {
		const link = await OwnLink.of(item.owner, item.itemId, { maxViews: 7 });
		const open = async (place: number) => {
			const visitor = new Client(at(place)).elsewhere();
			return { visitor, answer: await visitor.post(`/api/open/${link.code}`) };
		};
		const opened = await Promise.all(Array.from({ length: 200 }, (_, place) => open(place)));
		const inside = opened.filter(({ answer }) => answer.status === 204);
		expect(inside).toHaveLength(7);
		expect(new Set(opened.map(({ answer }) => answer.status))).toEqual(new Set([204, 410]));
		for (const [place, { visitor, answer }] of inside.entries()) {
			const there = new Client(at(place), withCookies(visitor, answer).headers);
			expect((await there.get(`/api/share/${link.code}`)).status, "let in by one, known to both").toBe(200);
		}
	});

	test.each([
		["a password", { password: "one" }, 401],
		["an end that has passed", { expiresAt: "2020-01-01T00:00:00Z" }, 410],
		["a list of others", { allowEmails: ["x@example.test"] }, 401],
		["a limit of openings", { maxViews: 1 }, 403],
	])("%s that is set at one is asked for at the other within a second, running streams too", async (_what, policy, status) => {
		const link = await OwnLink.of(item.owner, item.itemId);
		const there = pair.other.url;
		const { stream } = await visitOf(there, link.code, item.songId);
		const listener = await SlowListener.listen(there, stream);
		await link.change({ policy });
		const seen = () => Promise.all(pair.urls.map(async (url) => (await new Client(url).get(`/api/share/${link.code}`)).status));
		await withinASecond(seen, [status, status]);
		await streamsHaveHeard();
		expect(await listener.hurry()).toMatchObject({ whole: false });
	});

	test("who unlocked it at one is in at the other, until the password is another", async () => {
		const link = await OwnLink.of(item.owner, item.itemId, { password: "one" });
		const visitor = new Client(pair.one.url).elsewhere();
		const { cookie = "" } = withCookies(visitor, await visitor.post(`/api/unlock/${link.code}`, { password: "one" })).headers;
		const seen = () => Promise.all(pair.urls.map(async (url) => (await new Client(url, { cookie }).get(`/api/share/${link.code}`)).status));
		expect(await seen()).toEqual([200, 200]);
		await link.change({ policy: { password: "one" } });
		await withinASecond(seen, [401, 401]);
	});
});
