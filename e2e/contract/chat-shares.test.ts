import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byCookie, byToken, cookiesOf, signInByForm } from "../support/credentials";
import { lanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { basic, type ChatShare, Chatter, chatError, facts, notThere, ok, shared } from "./chat-scene";
import { date } from "./shapes";

const wrong = (shareInfo: object) => chatError(401, "Unauthorized (incorrect credentials)", { requiresPassword: true, shareInfo });
const texts = (body: { chatMessages: { message: string }[] }) => body.chatMessages.map(({ message }) => message);
type Entries = { shareWhitelistEntries: { id: number; email?: string; created_at: string }[] };

describe.each(lanes)("links of chats on $name", ({ url }) => {
	test("anybody with the link gets the chat, in the family's fields", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat(["Hello", "Hi"]);
		const { uuid } = await owner.share(chat);
		for (const code of [uuid, uuid.toUpperCase()]) {
			const { status, body, headers } = await shared(url, code);
			expect([status, body]).toEqual([
				200,
				{
					chatMessages: chat.messages.map(({ hidden: _, ...message }) => message),
					chat: { name: chat.name, model: null },
					shareInfo: facts({ exists: true, active: true }),
				},
			]);
			expect(headers).toMatchObject({ "cache-control": "private, no-store", "x-robots-tag": "noindex, nofollow" });
		}
	});

	test("400 for what is no UUID, 404 for one that leads nowhere, alike when it is off", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const { uuid } = await owner.share(chat);
		for (const code of ["1", "0123456789abcdef", `${uuid}0`, "not-a-uuid"]) {
			const { status, body } = await shared(url, code);
			expect([status, body], code).toMatchObject([400, { statusCode: 400, statusMessage: "Bad Request" }]);
		}
		const unknown = await shared(url, crypto.randomUUID(), basic("x"));
		expect([unknown.status, unknown.body]).toEqual([404, notThere]);
		await owner.share(chat, { is_shared: false, is_protected: true, hashed_password: "a secret" });
		for (const headers of [{}, basic("a secret"), basic("wrong")]) {
			const { status, body } = await shared(url, uuid, headers);
			expect([status, body]).toEqual([404, notThere]);
		}
		const playlist = await owner.account.playlist("Songs", [await owner.account.upload()]);
		const link = await owner.account.share("playlist", playlist.id);
		expect((await shared(url, link.shareId)).status).toBe(400);
	});

	test("the password comes by Basic authentication: all after the first colon, in UTF-8", async () => {
		const owner = await Chatter.any(url);
		const secret = "pä:ss wörd: ✓";
		const { uuid } = await owner.share(await owner.chat(["Hello"]), { is_protected: true, hashed_password: secret });
		const info = facts({ exists: true, active: true, password: true });
		for (const headers of [basic(secret), basic(secret, "anybody"), basic(secret, "ä")]) {
			const { status, body } = await shared(url, uuid, headers);
			expect([status, body.shareInfo]).toEqual([200, info]);
		}
		const out: Record<string, string>[] = [
			{},
			basic("wrong"),
			basic(`${secret} `),
			basic(""),
			{ authorization: "Basic" },
			{ authorization: "Basic !!!" },
			{ authorization: `Basic ${Buffer.from(secret.replaceAll(":", "")).toString("base64")}` },
			{ authorization: `Bearer ${secret}`.replace(/[^\u0020-\u007e]/g, "") },
		];
		for (const headers of out) {
			const { status, body } = await shared(url, uuid, headers);
			expect([status, body], JSON.stringify(headers)).toEqual([401, wrong(info)]);
		}
		const query = await new Client(url).elsewhere().get(`/api/shared/chats/${uuid}?password=${encodeURIComponent(secret)}`);
		expect(query.status, "never by the query").toBe(401);
	});

	test("wrong passwords are counted with those of the unlock form, five a minute", async () => {
		const owner = await Chatter.any(url);
		const { uuid } = await owner.share(await owner.chat(), { is_protected: true, hashed_password: "a secret" });
		const guesser = new Client(url).elsewhere();
		await roomInThis("minute", 20);
		for (let attempt = 1; attempt <= 4; attempt++)
			expect((await guesser.get(`/api/shared/chats/${uuid}`, basic("wrong"))).status).toBe(401);
		expect((await guesser.post(`/api/unlock/${uuid}`, { password: "wrong" })).status).toBe(401);
		const { status, headers } = await guesser.get(`/api/shared/chats/${uuid}`, basic("a secret"));
		expect([status, headers["retry-after"]]).toEqual([429, expect.stringMatching(/^\d+$/)]);
		expect((await shared(url, uuid, basic("a secret"))).status).toBe(200);
	});

	test("the right password by Basic authentication costs nothing of the budget for wrong ones, however often and at once it comes", async () => {
		const owner = await Chatter.any(url);
		const { uuid } = await owner.share(await owner.chat(), { is_protected: true, hashed_password: "a secret" });
		const reader = new Client(url).elsewhere();
		const read = async () => (await reader.get(`/api/shared/chats/${uuid}`, basic("a secret"))).status;
		for (let round = 0; round < 2; round++) expect(await Promise.all([read(), read(), read(), read()])).toEqual([200, 200, 200, 200]);
		expect((await reader.get(`/api/shared/chats/${uuid}`, basic("wrong"))).status).toBe(401);
		expect(await read()).toBe(200);
	});

	test("of two first shares at the same moment the one without words does not undo the other's protection", async () => {
		const owner = await Chatter.any(url);
		for (let round = 0; round < 5; round++) {
			const chat = await owner.chat();
			const secret = { is_protected: true, hashed_password: "a secret" };
			const [first, second] = await Promise.all(
				round % 2 ? [owner.share(chat), owner.share(chat, secret)] : [owner.share(chat, secret), owner.share(chat)],
			);
			expect(first.uuid).toBe(second.uuid);
			expect((await shared(url, first.uuid)).status).toBe(401);
			expect((await shared(url, first.uuid, basic("a secret"))).status).toBe(200);
		}
	});

	test("the unlock form's cookie serves as well, until there is another password", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const { uuid } = await owner.share(chat, { is_protected: true, hashed_password: "one" });
		const visitor = new Client(url).elsewhere();
		const cookie = cookiesOf(await visitor.post(`/api/unlock/${uuid}`, { password: "one" }));
		expect((await visitor.get(`/api/shared/chats/${uuid}`, { cookie })).status).toBe(200);
		await owner.share(chat, { hashed_password: "two" });
		expect((await visitor.get(`/api/shared/chats/${uuid}`, { cookie })).status).toBe(401);
		expect((await shared(url, uuid, basic("two"))).status).toBe(200);
	});

	test("what a set does not name stays; null and nothing clear the secret", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const first = await owner.share(chat, { is_protected: true, hashed_password: "a secret" });
		const opens = async (headers = {}) => (await shared(url, first.uuid, headers)).status;
		expect(await owner.share(chat, {})).toMatchObject({ id: first.id, is_protected: true, is_shared: true });
		expect([await opens(), await opens(basic("a secret"))]).toEqual([401, 200]);
		expect(await owner.share(chat, { is_protected: false })).toMatchObject({ is_protected: false });
		expect(await opens()).toBe(200);
		expect(await owner.share(chat, { is_protected: true }), "the secret was kept").toMatchObject({ is_protected: true });
		expect([await opens(), await opens(basic("a secret"))]).toEqual([401, 200]);

		// Protected by nothing any more: for nobody but its owner.
		expect(await owner.share(chat, { hashed_password: null })).toMatchObject({ is_protected: true });
		expect([await opens(), await opens(basic("a secret")), await opens(basic(""))]).toEqual([401, 401, 401]);
		expect((await owner.client.get(`/api/shared/chats/${first.uuid}`)).status).toBe(200);
		const path = `${owner.path}/${chat.id}/shares/${first.id}`;
		expect((await owner.client.patch(path, { is_protected: true })).status).toBe(400);
		const again = ok<{ share: ChatShare }>(await owner.client.patch(path, { is_protected: true, hashed_password: "new" }));
		expect(again.share).toMatchObject({ id: first.id, uuid: first.uuid, is_protected: true, hashed_password: null });
		expect([await opens(), await opens(basic("new"))]).toEqual([401, 200]);
	});

	test("DELETE turns it off and keeps its address", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const share = await owner.share(chat);
		const path = `${owner.path}/${chat.id}/shares`;
		for (const _ of [1, 2]) expect((await owner.client.delete(`${path}/${share.id}`)).status).toBe(204);
		expect((await shared(url, share.uuid)).status).toBe(404);
		expect((await owner.client.get(path)).body).toMatchObject({ share: { id: share.id, is_shared: false } });
		expect((await owner.share(chat, { is_shared: true })).uuid).toBe(share.uuid);
		expect((await shared(url, share.uuid)).status).toBe(200);
	});

	test("a live link shows what is written, a snapshot what was there when it was taken", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat(["one"]);
		const path = `${owner.path}/${chat.id}`;
		const share = await owner.share(chat, { mode: "snapshot" });
		expect(share).toMatchObject({ mode: "snapshot", snapshot_at: date });
		const shows = async () => {
			const { body } = await shared(url, share.uuid);
			return [body.chat.name, ...texts(body)];
		};
		const write = async (message: string) => ok(await owner.client.post(`${path}/messages`, { actor: "user", message }), 201);
		await write("two");
		await owner.client.patch(path, { name: "Renamed" });
		expect(await shows()).toEqual(["Small talk", "one"]);
		expect((await owner.share(chat, { mode: "snapshot" })).snapshot_at, "taken anew only when that is asked").toBe(share.snapshot_at);
		expect(await shows()).toEqual(["Small talk", "one"]);

		const fresh = await owner.client.post<{ share: ChatShare }>(`${path}/shares/${share.id}/snapshot`);
		expect([fresh.status, fresh.body.share]).toMatchObject([200, { uuid: share.uuid, mode: "snapshot" }]);
		expect(await shows()).toEqual(["Renamed", "one", "two"]);
		await write("three");
		expect(await shows()).toEqual(["Renamed", "one", "two"]);
		expect(await owner.share(chat, { mode: "live" })).toMatchObject({ mode: "live", snapshot_at: null });
		expect(await shows()).toEqual(["Renamed", "one", "two", "three"]);
	});

	test("what is hidden when a snapshot is taken is not in it, and what is hidden later is gone from it at once", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat(["one", "two"]);
		await owner.hide(chat, 1);
		const share = await owner.share(chat, { mode: "snapshot" });
		await owner.hide(chat, 1, false);
		await owner.hide(chat, 2);
		expect(texts((await shared(url, share.uuid)).body)).toEqual([]);
		await owner.hide(chat, 2, false);
		expect(texts((await shared(url, share.uuid)).body)).toEqual(["two"]);
		await owner.hide(chat, 2);
		await owner.client.post(`${owner.path}/${chat.id}/shares/${share.id}/snapshot`);
		expect(texts((await shared(url, share.uuid)).body)).toEqual(["one"]);
	});

	test("a whitelist lets those in who are on it, and nobody learns who has an account", async () => {
		const owner = await Chatter.any(url);
		const [guest, other] = [await Account.signUp(url), await Account.signUp(url)];
		const chat = await owner.chat();
		const share = await owner.share(chat);
		const path = `${owner.path}/${chat.id}/shares/${share.id}/whitelist-entries`;
		const added = await owner.client.post<Entries>(path, [guest.user.email.toUpperCase(), "nobody@example.test"]);
		const entry = { id: expect.any(Number), created_at: date };
		expect([added.status, added.body]).toEqual([200, { shareWhitelistEntries: [entry, entry] }]);
		const again = await owner.client.post<Entries>(path, { emails: [guest.user.email] });
		expect(again.body.shareWhitelistEntries).toEqual([added.body.shareWhitelistEntries[0]]);
		const listed = await owner.client.get<Entries>(path);
		expect(listed.body.shareWhitelistEntries.map(({ email }) => email)).toEqual([guest.user.email, "nobody@example.test"]);

		const info = facts({ exists: true, active: true, private: true });
		const page = `/api/shared/chats/${share.uuid}`;
		for (const signIn of [byCookie, byToken]) {
			expect((await (await signIn(guest)).get(page)).status).toBe(200);
			const { status, body } = await (await signIn(other)).get(page);
			expect([status, body]).toEqual([403, chatError(403, "Forbidden (not on whitelist)", { shareInfo: info })]);
		}
		const out = await new Client(url).get(page);
		expect([out.status, out.body]).toEqual([401, chatError(401, "Unauthorized", { requiresAuth: true, shareInfo: info })]);

		expect((await owner.client.delete(`${path}/${added.body.shareWhitelistEntries[0]?.id}`)).status).toBe(204);
		expect((await owner.client.delete(`${path}/${added.body.shareWhitelistEntries[0]?.id}`)).status).toBe(404);
		expect((await (await byToken(guest)).get(page)).status).toBe(403);
	});

	test("password and whitelist must both pass, the password first", async () => {
		const owner = await Chatter.any(url);
		const [guest, other] = [await Account.signUp(url), await Account.signUp(url)];
		const chat = await owner.chat();
		const share = await owner.share(chat, { is_protected: true, hashed_password: "a secret" });
		await owner.client.post(`${owner.path}/${chat.id}/shares/${share.id}/whitelist-entries`, [guest.user.email]);
		const info = facts({ exists: true, active: true, private: true, password: true });
		const page = `/api/shared/chats/${share.uuid}`;
		const ask = async (account: Account | null, password: string | null) => {
			// Basic and Bearer cannot be sent together: a cookie says who asks.
			const cookie = account ? cookiesOf(await signInByForm(url, { ...account.user, password: account.password })) : "";
			const { status, body } = await new Client(url)
				.elsewhere()
				.get(page, { ...(cookie ? { cookie } : {}), ...(password ? basic(password) : {}) });
			return [status, body];
		};
		expect(await ask(null, null)).toEqual([401, wrong(info)]);
		expect(await ask(guest, null)).toEqual([401, wrong(info)]);
		expect(await ask(other, "wrong")).toEqual([401, wrong(info)]);
		expect(await ask(null, "a secret")).toEqual([401, chatError(401, "Unauthorized", { requiresAuth: true, shareInfo: info })]);
		expect(await ask(other, "a secret")).toEqual([403, chatError(403, "Forbidden (not on whitelist)", { shareInfo: info })]);
		expect((await ask(guest, "a secret"))[0]).toBe(200);
		const byList = await owner.chat();
		const open = await owner.share(byList);
		await owner.client.post(`${owner.path}/${byList.id}/shares/${open.id}/whitelist-entries`, [guest.user.email]);
		expect(await owner.share(byList, { is_protected: true }), "a list is protection").toMatchObject({ is_protected: true });
		expect((await (await byToken(guest)).get(`/api/shared/chats/${open.uuid}`)).status).toBe(200);
	});

	test("addresses that are listed at the same moment are all listed; what is none, or too many, is 400", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const share = await owner.share(chat);
		const path = `${owner.path}/${chat.id}/shares/${share.id}/whitelist-entries`;
		const all = await Promise.all(Array.from({ length: 6 }, (_, at) => owner.client.post(path, [`guest${at}@example.test`])));
		expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
		expect((await owner.client.get<Entries>(path)).body.shareWhitelistEntries).toHaveLength(6);
		const eleven = Array.from({ length: 11 }, (_, at) => `more${at}@example.test`);
		for (const body of [[], {}, { emails: [] }, ["no address"], { emails: "a@b.c" }, eleven, [7]]) {
			const answer = await owner.client.post(path, body);
			const statusMessage = "Bad Request. Invalid body({ emails([string]) }).";
			expect([answer.status, answer.body], JSON.stringify(body)).toMatchObject([400, { statusMessage }]);
		}
		expect((await owner.client.get<Entries>(path)).body.shareWhitelistEntries).toHaveLength(6);
	});

	test("what the share dialog sets, the family sees, and the other way round", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const share = await owner.share(chat);
		await owner.account.send("PATCH", `/api/shares/${share.id}`, { policy: { password: "by the dialog" } });
		expect((await owner.client.get(`${owner.path}/${chat.id}/shares`)).body).toMatchObject({ share: { is_protected: true } });
		expect((await shared(url, share.uuid, basic("by the dialog"))).status).toBe(200);
		expect((await shared(url, share.uuid)).status).toBe(401);
		await owner.account.send("PATCH", `/api/shares/${share.id}`, { policy: { password: null, expiresAt: new Date(0).toISOString() } });
		const { status, body } = await shared(url, share.uuid);
		expect([status, body]).toMatchObject([410, { statusCode: 410, data: { reason: "expired", shareInfo: { shareExists: true } } }]);
	});
});
