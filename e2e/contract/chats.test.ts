import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { type Chat, Chatter, chatError, type Message, ok, shared } from "./chat-scene";
import { date } from "./shapes";

describe.each(lanes)("chats on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("one is made, read, listed, renamed, appended to and deleted", async () => {
			const owner = await Chatter.fresh(url);
			const client = await signIn(owner.account);
			const older = await owner.chat(["x"], "Older");
			const messages = [
				{ actor: "system", message: "Be brief." },
				{ actor: "user", message: "  indented\n\ttabs & <b>tags</b>" },
			];
			const made = await client.post<{ chat: Chat }>(owner.path, { name: "  Tomatoes ", model: "gpt-4o", messages });
			const whole = {
				id: expect.any(Number),
				name: "Tomatoes",
				model: "gpt-4o",
				created_at: date,
				updated_at: date,
				messages: messages.map((message, at) => ({ id: at + 1, ...message, created_at: date, hidden: false })),
			};
			expect([made.status, made.body]).toEqual([201, { chat: whole }]);
			const path = `${owner.path}/${made.body.chat.id}`;
			expect((await client.get(path)).body).toEqual(made.body);

			const list = await client.get<{ chats: object[] }>(owner.path);
			const { messages: _, ...head } = made.body.chat;
			const { messages: __, ...olderHead } = older;
			expect([list.status, list.body]).toEqual([200, { chats: [head, olderHead] }]);

			const renamed = await client.patch<{ chat: Chat }>(path, { name: "Potatoes", model: null });
			expect([renamed.status, renamed.body]).toMatchObject([200, { chat: { name: "Potatoes", model: null, messages: whole.messages } }]);
			const short = await client.patch<{ chat: object }>(`${path}?messages=false`, { model: "o1" });
			expect(short.body.chat).toMatchObject({ name: "Potatoes", model: "o1" });
			expect(short.body.chat).not.toHaveProperty("messages");

			const added = await client.post<{ message: Message }>(`${path}/messages`, { actor: "assistant", message: "Fine." });
			const third = { id: 3, actor: "assistant", message: "Fine.", created_at: date, hidden: false };
			expect([added.status, added.body]).toEqual([201, { message: third }]);
			const changed = await client.patch(`${path}/messages/3`, { message: "Better.", hidden: true });
			expect([changed.status, changed.body]).toEqual([200, { message: { ...third, message: "Better.", hidden: true } }]);
			expect((await client.delete(`${path}/messages/3`)).status).toBe(204);
			const next = await client.post<{ message: Message }>(`${path}/messages`, { actor: "user", message: "And now?" });
			expect(next.body.message.id, "no number is given twice").toBe(4);

			expect((await client.delete(path)).status).toBe(204);
			for (const gone of [await client.get(path), await client.patch(path, { name: "x" }), await client.delete(path)])
				expect([gone.status, gone.body]).toEqual([404, chatError(404, "Not Found")]);
		});
	});

	test("every call of somebody else's chats is 404 before its body is looked at", async () => {
		const [owner, other] = [await Chatter.any(url), await Chatter.fresh(url)];
		const chat = await owner.chat();
		const share = await owner.share(chat);
		const mine = await other.chat();
		const paths: [method: string, path: string][] = [
			["GET", ""],
			["POST", ""],
			["POST", "/import"],
			["GET", `/${chat.id}`],
			["PATCH", `/${chat.id}`],
			["DELETE", `/${chat.id}`],
			["POST", `/${chat.id}/messages`],
			["PATCH", `/${chat.id}/messages/1`],
			["DELETE", `/${chat.id}/messages/1`],
			["GET", `/${chat.id}/export?format=md`],
			["GET", `/${chat.id}/shares`],
			["POST", `/${chat.id}/shares`],
			["PATCH", `/${chat.id}/shares/${share.id}`],
			["DELETE", `/${chat.id}/shares/${share.id}`],
			["POST", `/${chat.id}/shares/${share.id}/snapshot`],
			["GET", `/${chat.id}/shares/${share.id}/whitelist-entries`],
			["POST", `/${chat.id}/shares/${share.id}/whitelist-entries`],
			["DELETE", `/${chat.id}/shares/${share.id}/whitelist-entries/1`],
		];
		for (const [method, path] of paths) {
			const body = method === "GET" ? {} : { body: "{", headers: { "content-type": "application/json" } };
			const theirs = await other.client.ask(method, `${owner.path}${path}`, body);
			expect([theirs.status, theirs.body], `${method} ${path}`).toEqual([404, chatError(404, "Not Found")]);
			const out = await new Client(url).ask(method, `${owner.path}${path}`, body);
			expect([out.status, out.body], `${method} ${path}`).toEqual([401, chatError(401, "Unauthorized")]);
			if (path.startsWith(`/${chat.id}`)) {
				const own = await other.client.ask(method, `${other.path}${path}`, body);
				expect([own.status, own.body], `${method} ${path}`).toEqual([404, chatError(404, "Not Found")]);
			}
		}
		// Another chat's link is no link of this one.
		expect((await other.client.patch(`${other.path}/${mine.id}/shares/${share.id}`, {})).status).toBe(404);
		expect((await shared(url, share.uuid)).status, "and nothing happened to it").toBe(200);
	});

	test("a body that does not fit is told in the family's words", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat();
		const cases: [method: string, path: string, body: object, words: string, issue: object][] = [
			["POST", "", {}, "{ name(string), model?(null), messages?([{ actor, message }]) }", { path: ["name"], message: "Required" }],
			["POST", "", { name: "x".repeat(201) }, "{ name(string), model?(null), messages?([{ actor, message }]) }", { path: ["name"] }],
			[
				"POST",
				"",
				{ name: "x", messages: [{ actor: "dragon", message: "x" }] },
				"{ name(string), model?(null), messages?([{ actor, message }]) }",
				{ path: ["messages", 0, "actor"] },
			],
			["PATCH", `/${chat.id}`, { name: 7 }, "{ name?(string), model?(string) }", { message: "Expected string, received number" }],
			["POST", `/${chat.id}/messages`, { actor: "user" }, "{ actor(user|assistant|system), message(string) }", { path: ["message"] }],
			[
				"POST",
				`/${chat.id}/messages`,
				{ actor: "user", message: " \n" },
				"{ actor(user|assistant|system), message(string) }",
				{ path: ["message"] },
			],
			[
				"PATCH",
				`/${chat.id}/messages/1`,
				{ hidden: "yes" },
				"{ message?(string), hidden?(boolean) }",
				{ message: "Expected boolean, received string" },
			],
		];
		for (const [method, path, wrong, words, issue] of cases) {
			const { status, body } = await owner.client.send(method, `${owner.path}${path}`, wrong);
			const statusMessage = `Bad Request. Invalid body(${words}).`;
			expect([status, body], `${method} ${path}`).toMatchObject([400, { statusCode: 400, statusMessage, data: { issues: [issue] } }]);
		}
		const { body } = await owner.client.get(`${owner.path}/${chat.id}/export?format=docx`);
		expect(body).toMatchObject({ statusMessage: "Bad Request. Invalid params({ format(md|json) })." });
		expect((await owner.client.get(`${owner.path}/${chat.id}`)).body).toEqual({ chat });
	});

	test("messages that are written at the same moment are all there, each with its own number", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat([]);
		const all = Array.from({ length: 12 }, (_, at) =>
			owner.client.post(`${owner.path}/${chat.id}/messages`, { actor: "user", message: `m${at}` }),
		);
		const made = (await Promise.all(all)).map((answer) => ok<{ message: Message }>(answer, 201).message);
		expect(new Set(made.map(({ id }) => id)).size).toBe(12);
		const now = ok<{ chat: Chat }>(await owner.client.get(`${owner.path}/${chat.id}`)).chat;
		expect(now.messages.map(({ message }) => message).sort()).toEqual(made.map(({ message }) => message).sort());
	});

	test("a change for a version that is past is 412", async () => {
		const owner = await Chatter.any(url);
		const path = `${owner.path}/${(await owner.chat()).id}`;
		const { headers } = await owner.client.get(path);
		expect((await owner.client.patch(path, { name: "One" }, { "if-match": String(headers.etag) })).status).toBe(200);
		expect((await owner.client.patch(path, { name: "Two" }, { "if-match": String(headers.etag) })).status).toBe(412);
	});

	test("without its messages it stays the same version while somebody writes, until it is renamed", async () => {
		const owner = await Chatter.any(url);
		const own = `${owner.path}/${(await owner.chat()).id}`;
		const path = `${own}?messages=false`;
		const ifMatch = { "if-match": String((await owner.client.get(path)).headers.etag) };
		ok(await owner.client.post(`${own}/messages`, { actor: "user", message: "More" }), 201);
		const renamed = await owner.client.patch(path, { name: "One" }, ifMatch);
		expect(renamed.status).toBe(200);
		expect((await owner.client.patch(path, { name: "Two" }, ifMatch)).status).toBe(412);
		expect((await owner.client.patch(path, { model: "m" }, { "if-match": String(renamed.headers.etag) })).status).toBe(200);
		expect((await owner.client.get(own)).body).toMatchObject({
			chat: { name: "One", model: "m", messages: [{}, {}, { message: "More" }] },
		});
	});

	test("a hidden message leaves the server on no public path, and shows again when it is shown", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat(["seen first", "SECRET words", "seen last"], "Half a talk");
		await owner.hide(chat, 2);
		const { id, uuid } = await owner.share(chat);
		await owner.account.send("PATCH", `/api/shares/${id}`, { policy: { allowDownload: true } });
		const anybody = new Client(url).elsewhere();
		const everywhere = async () => [
			await anybody.get(`/api/shared/chats/${uuid}`),
			await anybody.get(`/shared/chats/${uuid}`),
			await anybody.get(`/api/files/share/${uuid}/export?format=md`),
			await anybody.get(`/api/files/share/${uuid}/export?format=json`),
		];
		for (const mode of ["live", "snapshot"]) {
			await owner.share(chat, { mode });
			for (const { status, bytes } of await everywhere()) {
				expect(status).toBe(200);
				expect(bytes.toString()).toContain("seen last");
				expect(bytes.toString()).not.toMatch(/SECRET|"hidden":|\(hidden\)/);
			}
		}
		await owner.share(chat, { mode: "live" });
		await owner.hide(chat, 2, false);
		for (const { bytes } of await everywhere()) expect(bytes.toString()).toContain("SECRET words");
	});

	test("its owner's file has all of it, and comes back as it was", async () => {
		const owner = await Chatter.any(url);
		const chat = await owner.chat(["## User", "```\n## Assistant\n```", "last"], "Round trip");
		await owner.hide(chat, 2);
		for (const format of ["md", "json"]) {
			const file = await owner.client.get(`${owner.path}/${chat.id}/export?format=${format}`);
			expect(file.headers["content-disposition"]).toContain(`filename="Round trip.${format}"`);
			const type = format === "md" ? "text/markdown" : "application/json";
			const imported = await owner.client.ask<{ chats: Chat[] }>("POST", `${owner.path}/import`, {
				headers: { "content-type": type },
				body: file.bytes,
			});
			expect(imported.status, JSON.stringify(imported.body)).toBe(201);
			const { chat: back } = ok<{ chat: Chat }>(await owner.client.get(`${owner.path}/${imported.body.chats[0]?.id}`));
			const before = ok<{ chat: Chat }>(await owner.client.get(`${owner.path}/${chat.id}`)).chat;
			expect([back.name, back.model, back.messages]).toEqual([before.name, before.model, before.messages]);
		}
	});
});
