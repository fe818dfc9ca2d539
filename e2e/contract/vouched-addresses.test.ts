// Links that are for an address are for whoever a sign-in provider says it belongs to.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Browser } from "../support/cookie-browser";
import { alter } from "../support/database";
import { startServer, type TestServer } from "../support/server";
import { SignInProvider } from "../support/sign-in-provider";
import { OwnLink } from "./policy-scene";

describe.each(["github", "google"])("an address that %s vouches for", (name) => {
	let provider: SignInProvider;
	let server: TestServer;
	beforeAll(async () => {
		provider = await SignInProvider.start();
		server = await startServer({ env: { ...provider.env, RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1" } });
	});
	afterAll(async () => {
		await server.stop();
		await provider.stop();
	});
	const browser = () => new Browser(server.url);

	test("lets whoever comes in by a link that is for the address it vouches for, a newcomer or not", async () => {
		const owner = await Account.signUp(server.url);
		const song = await owner.upload();
		const id = Date.now();
		const email = `guest${id}@example.test`;
		const before = await OwnLink.of(owner, song.id, { allowEmails: [email] });
		provider.person = { id, login: `guest-${id}`, name: "Guest", email, verified: true };
		const guest = browser();
		await guest.enter(name);
		expect((await guest.ask("GET", `/api/share/${before.code}`)).status).toBe(200);
		// An account that was there and did not count as having its address, until its provider says so again.
		const later = await OwnLink.of(owner, song.id, { allowEmails: [email] });
		await alter(server, `UPDATE AllowEntry SET userId = NULL WHERE shareId = ${later.id}`);
		await later.change({ label: "looked up anew" });
		expect((await guest.ask("GET", `/api/share/${later.code}`)).status).toBe(403);
		await browser().enter(name);
		expect((await guest.ask("GET", `/api/share/${later.code}`)).status).toBe(200);
	});
});
