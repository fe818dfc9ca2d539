import { afterEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { connect, hangUp } from "../support/sockets";

afterEach(hangUp);

describe.each(lanes)("sockets of who is signed in no more, on $name", ({ url }) => {
	/** A list of somebody's whose link is off, so that nobody but its owner sees it, and a line by a token of theirs. */
	async function scene() {
		const account = await Account.signUp(url);
		const owner = await byToken(account);
		const { body: list } = await owner.post<{ id: string }>("/api/lists", { title: "Mine" });
		const { body: link } = await owner.post<{ shareToken: string }>(`/api/lists/${list.id}/share`);
		await owner.delete(`/api/lists/${list.id}/share`);
		const { body: token } = await owner.post<{ id: string; token: string }>("/api/tokens", { name: "A program" });
		const line = await connect(url, { token: token.token });
		return { account, owner, list, link, token, line };
	}
	type Scene = Awaited<ReturnType<typeof scene>>;
	const ends: [how: string, end: (given: Scene) => Promise<unknown>][] = [
		["the token is revoked", ({ owner, token }) => owner.delete(`/api/tokens/${token.id}`)],
		["everything is signed out", ({ owner }) => owner.delete("/api/me/sessions")],
		["the account is deleted", ({ account, owner }) => owner.delete("/api/me", { currentPassword: account.password })],
	];

	test.each(ends)("are a stranger's as soon as %s", async (_how, end) => {
		const given = await scene();
		const { line, link, list } = given;
		expect(await line.say("watchShare", link.shareToken)).toMatchObject({ ok: true });
		expect(await line.say("watchItem", list.id)).toMatchObject({ ok: true });
		await end(given);
		expect(await line.next("sharedContentRevoked")).toMatchObject({ kind: "list" });
		for (const [event, what] of [
			["watchShare", link.shareToken],
			["watchItem", list.id],
		])
			expect(await line.say(event ?? "", what)).toMatchObject({ ok: false });
	});

	test.each(ends)("are a stranger's too when they followed nothing until %s", async (_how, end) => {
		const given = await scene();
		await end(given);
		await expect
			.poll(async () => (await given.line.say("watchShare", given.link.shareToken)).ok, { interval: 250, timeout: 10_000 })
			.toBe(false);
		expect(given.line.told.filter(({ event }) => event !== "error")).toEqual([]);
	});
});
