import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken, nobodys, waysIn } from "../support/credentials";
import { alter } from "../support/database";
import { lanes } from "../support/lanes";
import { badBody, type ChatShare, Chatter, chatError, ok, shared, uuid } from "./chat-scene";
import { ownServer, ways } from "./own-server";
import { date } from "./shapes";

/*
 * The document of family 001, from its first line to its last. Where our own contract differs from it on purpose, the contract wins:
 *   - the session is next-auth's cookie or a Bearer token, not `neptun-session`;
 *   - `hashed_password` is never answered, not even hashed; the secret is taken as it is sent, and hashed here;
 *   - more fields are answered than it names (`updated_at`, `mode`, `snapshot_at`), and errors have `message` too.
 *
 * | section of the document   | where its lines are tested                                    |
 * |---------------------------|---------------------------------------------------------------|
 * | Route, Headers            | here: the path, both ways in                                  |
 * | Request Body              | here: each field, its default, what it does not take          |
 * | Success Response          | here, field by field                                          |
 * | Error Response            | here, word by word                                            |
 * | TypeScript, Python Models | here: the types, exact                                        |
 * | Code Examples             | here: the bodies that they send                               |
 * | Response Status Codes     | here; 500 on a server whose database broke                    |
 * | Notes                     | here; the public URL also in chat-shares.test.ts              |
 */

/** `ChatShare` and `CreateShareResponse` of the Python models: these types and no others. pydantic takes fields that it does not name. */
const model = z.object({
	share: z.object({
		id: z.int(),
		chat_conversation_id: z.int(),
		uuid: z.uuid(),
		is_shared: z.boolean(),
		is_protected: z.boolean(),
		hashed_password: z.string().nullable(),
		created_at: z.iso.datetime(),
	}),
});
/** `CreateShareError`. */
const errorModel = z.object({
	statusCode: z.int(),
	statusMessage: z.string(),
	data: z.object({ issues: z.array(z.object({ code: z.string(), message: z.string() })).min(1) }),
});

describe.each(lanes)("the document of family 001 on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("a share is made, and has the document's fields and types", async () => {
			const owner = await Chatter.any(url);
			const chat = await owner.chat();
			const client = await signIn(owner.account);
			const { status, body } = await client.post(`${owner.path}/${chat.id}/shares`, { is_shared: true, is_protected: false });
			expect([status, body]).toEqual([
				200,
				{
					share: {
						id: expect.any(Number),
						chat_conversation_id: chat.id,
						uuid,
						is_shared: true,
						is_protected: false,
						hashed_password: null,
						created_at: date,
						updated_at: date,
						mode: "live",
						snapshot_at: null,
					},
				},
			]);
			expect(model.parse(body)).toMatchObject({ share: { chat_conversation_id: chat.id } });
		});
	});

	// `CreateShareRequest(…).dict(exclude_none=True)`, the body of the curl example, and none at all.
	test.each([
		["an empty object", {}, { is_shared: true, is_protected: false }],
		["no body", undefined, { is_shared: true, is_protected: false }],
		["what the Python example sends", { is_shared: true, is_protected: false }, { is_shared: true, is_protected: false }],
		["null for no password", { hashed_password: null }, { is_shared: true, is_protected: false }],
		["one that is off", { is_shared: false }, { is_shared: false, is_protected: false }],
		["a password", { is_protected: true, hashed_password: "a secret" }, { is_shared: true, is_protected: true }],
		["a password that is not asked for", { hashed_password: "a secret" }, { is_shared: true, is_protected: false }],
		["fields that it does not know", { colour: "red" }, { is_shared: true, is_protected: false }],
	])("from %s", async (_, body, expected) => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const answer = await owner.client.post(`${owner.path}/${chat.id}/shares`, body);
		expect([answer.status, answer.body]).toMatchObject([200, { share: { ...expected, hashed_password: null } }]);
		expect(model.safeParse(answer.body).success).toBe(true);
	});

	test("400 in the document's words", async () => {
		const owner = await Chatter.any(url);
		const path = `${owner.path}/${(await owner.chat()).id}/shares`;
		const { status, body } = await owner.client.post(path, { is_shared: "yes" });
		const issue = { code: "invalid_type", message: "Expected boolean, received string" };
		expect([status, body]).toMatchObject([400, { statusCode: 400, statusMessage: badBody, data: { issues: [issue] } }]);
		expect(errorModel.safeParse(body).success).toBe(true);
		expect((await owner.client.get<{ share: null }>(path)).body).toEqual({ share: null });
	});

	test.each([
		[{ is_shared: null }, "Expected boolean, received null"],
		[{ is_protected: 1 }, "Expected boolean, received number"],
		[{ hashed_password: 7 }, "Expected string, received number"],
		[{ hashed_password: ["a"] }, "Expected string, received array"],
		[[], "Expected object, received array"],
		["true", "Expected object, received string"],
	])("400 for %j", async (wrong, message) => {
		const owner = await Chatter.any(url);
		const { status, body } = await owner.client.post(`${owner.path}/${(await owner.chat()).id}/shares`, wrong);
		expect([status, body]).toMatchObject([400, { statusMessage: badBody, data: { issues: [{ code: "invalid_type", message }] } }]);
		expect(errorModel.safeParse(body).success).toBe(true);
	});

	test("400 for a secret of more than 200 characters, for no JSON, and for protection by nothing", async () => {
		const owner = await Chatter.any(url);
		const path = `${owner.path}/${(await owner.chat()).id}/shares`;
		const bodies = ["{", JSON.stringify({ hashed_password: "x".repeat(201) }), JSON.stringify({ is_protected: true, hashed_password: "" })];
		for (const body of bodies) {
			const answer = await owner.client.ask("POST", path, { body, headers: { "content-type": "application/json" } });
			expect([answer.status, answer.body], body).toMatchObject([400, { statusCode: 400, statusMessage: badBody }]);
			expect(errorModel.safeParse(answer.body).success, body).toBe(true);
		}
		const { body } = await owner.client.post(path, { is_protected: true });
		expect(body).toMatchObject({ data: { issues: [{ path: ["hashed_password"], message: "A protected link needs a password" }] } });
		expect((await owner.client.get<{ share: null }>(path)).body).toEqual({ share: null });
	});

	test("401, then 404, then 400", async () => {
		const [owner, other] = [await Chatter.any(url), await Chatter.fresh(url)];
		const chat = await owner.chat();
		const song = await owner.account.upload();
		const wrong = { is_shared: "yes" };
		for (const headers of [{}, ...nobodys]) {
			const { status, body } = await new Client(url, headers).post(`${owner.path}/${chat.id}/shares`, wrong);
			expect([status, body]).toEqual([401, chatError(401, "Unauthorized")]);
		}
		const absent = [
			[other, `${owner.path}/${chat.id}`],
			[other, `${other.path}/${chat.id}`],
			[owner, `${other.path}/${chat.id}`],
			...["2147483647", "0", "-1", "abc", "1e3", "%00", song.id].map((id) => [owner, `${owner.path}/${id}`] as const),
		] as const;
		for (const [who, path] of absent) {
			const { status, body } = await who.client.post(`${path}/shares`, wrong);
			expect([status, body], path).toEqual([404, chatError(404, "Not Found")]);
		}
		expect((await owner.client.post(`${owner.path}/${chat.id}/shares`, wrong)).status).toBe(400);
	});

	test("one share a chat: the same uuid each time, however many ask at once", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const all = await Promise.all(Array.from({ length: 8 }, () => owner.share(chat)));
		expect(new Set(all.map((share) => share.uuid)).size).toBe(1);
		expect(new Set(all.map((share) => share.id)).size).toBe(1);
	});

	test("the uuid makes the public address, and is_shared false turns it off", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat(["Hello"]);
		const { uuid: code } = await owner.share(chat);
		expect((await shared(url, code)).status).toBe(200);
		expect((await new Client(url).get(`/shared/chats/${code}`)).status).toBe(200);
		await owner.share(chat, { is_shared: false });
		expect((await shared(url, code)).status).toBe(404);
		expect((await new Client(url).get(`/shared/chats/${code}`)).status).toBe(404);
		expect((await owner.share(chat, { is_shared: true })).uuid).toBe(code);
		expect((await shared(url, code)).status).toBe(200);
	});
});

describe.each(ways)("500 on $name", (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000" });

	test("in the family's envelope, and without a word of why", async () => {
		const account = await Account.signUp(server().url);
		const owner = new Chatter(account, await byToken(account));
		const chat = await owner.chat();
		await alter(server(), "ALTER TABLE LinkEvent RENAME TO Broken");
		const { status, body } = await owner.client.post(`${owner.path}/${chat.id}/shares`, {});
		expect([status, body]).toEqual([500, chatError(500, "Something went wrong on our side")]);
		await alter(server(), "ALTER TABLE Broken RENAME TO LinkEvent");
		expect(ok<{ share: ChatShare }>(await owner.client.post(`${owner.path}/${chat.id}/shares`, {})).share.uuid).toEqual(uuid);
	});
});
