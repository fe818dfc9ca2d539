import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { type Pair, startPair } from "../support/pair";
import { testPostgres, testRedis } from "../support/throw-away";
import { roomInThis } from "../support/time-window";
import { videoLink } from "./scene";

describe.skipIf(!testPostgres() || !testRedis())("limits of two servers add up", { timeout: 180_000 }, () => {
	let pair: Pair;
	let owner: Account;
	beforeAll(async () => {
		pair = await startPair({ RATE_LIMIT_SCALE: "1" });
		owner = await Account.signUp(pair.one.url);
	});
	afterAll(() => pair.stop());

	/** These many requests at once, every other one at the other server; answers how often each status came. */
	async function atBoth(count: number, ask: (client: Client, at: number) => Promise<{ status: number }>): Promise<Record<number, number>> {
		const clients = pair.urls.map((url) => new Client(url));
		const answers = await Promise.all(Array.from({ length: count }, (_, at) => ask(clients[at % 2] as Client, at)));
		const statuses: Record<number, number> = {};
		for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
		return statuses;
	}

	test("twenty new visits a day of one address on one link, one after the other and at once", async () => {
		const { shareId } = await videoLink(owner, 1);
		await roomInThis("day", 60);
		const begin = (client: Client) => client.post(`/api/share/${shareId}/session`, undefined, { "x-forwarded-for": "192.0.2.10" });
		for (let begun = 0; begun < 10; begun++) expect((await begin(new Client(pair.urls[begun % 2 === 0 ? 0 : 1]))).status).toBe(201);
		expect(await atBoth(30, begin)).toEqual({ 201: 10, 429: 20 });
	});

	test("ten failed sign-ins a minute of one address, the right password's too", async () => {
		await roomInThis("minute", 20);
		const from = { "x-forwarded-for": "192.0.2.11" };
		const guess = (client: Client, at: number) =>
			client.post("/api/auth/token", { email: `nobody${at}@example.test`, password: "wrong password" }, from);
		expect(await atBoth(30, guess)).toEqual({ 401: 10, 429: 20 });
		const credentials = { email: owner.user.email, password: owner.password };
		expect(await atBoth(2, (client) => client.post("/api/auth/token", credentials, from))).toEqual({ 429: 2 });
		expect(await atBoth(2, (client) => client.elsewhere().post("/api/auth/token", credentials))).toEqual({ 200: 2 });
	});

	test("twenty failures an hour of one account, wherever they come from", async () => {
		await roomInThis("hour", 60);
		const { email } = (await Account.signUp(pair.other.url)).user;
		const guess = (client: Client) => client.elsewhere().post("/api/auth/token", { email, password: "wrong password" });
		expect(await atBoth(40, guess)).toEqual({ 401: 20, 429: 20 });
	});

	test("six hundred requests a minute of one address", async () => {
		await roomInThis("minute", 40);
		const statuses = await atBoth(800, (client) => client.get("/api/me", { "x-forwarded-for": "192.0.2.12" }));
		expect(statuses).toEqual({ 401: 600, 429: 200 });
	});
});
