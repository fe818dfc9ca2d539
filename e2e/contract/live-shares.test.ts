// Shared pages over real sockets: who may look, who looks, what changes before their eyes, and the moment at which they no longer may.

import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { kindNames } from "@/lib/shares/kind";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { change, moment } from "../support/database";
import { lanes } from "../support/lanes";
import { connect, hangUp, heardOf, type Line, refusedWith } from "../support/sockets";
import { OwnLink, type Shared, secret, sentinel, shared, withCookies } from "./policy-scene";

const refused = "Invalid or inactive share link";
const documents = [
	{ kind: "list", name: "List", path: "lists", updated: "listUpdated", type: "LIST_UPDATE", method: "PUT" },
	{ kind: "note", name: "Note", path: "notes", updated: "noteUpdated", type: "noteUpdated", method: "PUT" },
	{ kind: "whiteboard", name: "Whiteboard", path: "whiteboards", updated: "whiteboardUpdated", type: "whiteboardUpdated", method: "PATCH" },
] as const;
const isKind = (kind: string) => documents.find((each) => each.kind === kind) ?? documents[0];

afterEach(hangUp);

describe.each(lanes)("on $name", (lane) => {
	const { url } = lane;
	const items = new Map<string, Shared>();
	let guest: Account;
	beforeAll(async () => {
		guest = await Account.signUp(url);
		for (const kind of kindNames) items.set(kind, await shared(url, kind));
	});
	const itemOf = (kind: string): Shared => {
		const item = items.get(kind);
		if (!item) throw new Error("nothing was shared");
		return item;
	};
	const linkTo = (kind: string, policy: object = {}) => OwnLink.of(itemOf(kind).owner, itemOf(kind).itemId, { ...policy });
	const watching = async (code: string, options: Parameters<typeof connect>[1] = {}): Promise<Line> => {
		const line = await connect(url, options);
		expect(await line.say("watchShare", code)).toMatchObject({ ok: true });
		return line;
	};
	/** Says something that is answered, after which whatever the server said before has come. */
	const settled = (line: Line) => line.say("leave-session", null);
	const rename = async (kind: string, title: string) => {
		const { owner, itemId } = itemOf(kind);
		const { path, method } = isKind(kind);
		expect((await owner.send(method, `/api/${path}/${itemId}`, { title })).status).toBe(200);
	};

	describe("looking", () => {
		test.each(kindNames)("at a %s is answered, and by nobody who has no right to it", async (kind) => {
			const { code } = await linkTo(kind);
			const line = await watching(code);
			expect(await line.next("viewerCount")).toBe(1);
			await refusedWith(line, refused, "watchShare", "0".repeat(16));
			await refusedWith(line, refused, "watchShare", "nonsense");
			for (const fields of [{}, null, 5, "x".repeat(65)]) expect(await line.say("watchShare", fields)).toMatchObject({ ok: false });
		});

		test.each(documents)("at a $kind by its family's own name tells what it is called, then how many look", async ({ kind, name }) => {
			const { code } = await linkTo(kind);
			const line = await connect(url);
			expect(await line.say(`joinShared${name}`, code)).toEqual({ ok: true, updatedAt: expect.any(String) });
			expect(await line.next("viewerCount")).toBe(1);
			const title = { [`${kind}Title`]: sentinel };
			expect(line.told.map(({ event, payload }) => [event, payload])).toEqual([
				[`joinedShared${name}`, { message: `Joined shared ${kind}`, ...title }],
				["viewerCount", 1],
			]);
		});

		test.each(documents)("by the name of a $kind leads to no other kind", async ({ kind, name }) => {
			for (const other of kindNames.filter((each) => each !== kind)) {
				const line = await connect(url);
				await refusedWith(line, refused, `joinShared${name}`, (await linkTo(other)).code);
				line.close();
			}
		});

		test("is for whom the link is for", async () => {
			const { code } = await linkTo("list", { allowEmails: [guest.user.email] });
			await refusedWith(await connect(url), refused, "watchShare", code);
			await watching(code, { token: guest.token });
			await watching(code, { token: itemOf("list").owner.token });
		});

		test("takes the password's cookie along", async () => {
			const { code } = await linkTo("note", { password: "open sesame" });
			const client = new Client(url);
			const { headers } = withCookies(client, await client.post(`/api/unlock/${code}`, { password: "open sesame" }));
			await refusedWith(await connect(url), refused, "joinSharedNote", code);
			await watching(code, { headers });
		});

		test("is at eight things at once", async () => {
			const line = await connect(url, { token: itemOf("list").owner.token });
			const codes = await Promise.all(Array.from({ length: 8 }, async () => (await linkTo("list")).code));
			for (const code of codes.slice(0, 7)) expect(await line.say("watchShare", code)).toMatchObject({ ok: true });
			expect(await line.say("watchItem", itemOf("list").itemId)).toEqual({ ok: true });
			const words = "One connection can follow eight shared things. Leave one of them first.";
			await refusedWith(line, words, "watchShare", codes[7]);
			expect(await line.say("watchShare", codes[0]), "again").toMatchObject({ ok: true });
			expect(await line.say("unwatchShare", codes[0])).toEqual({ ok: true });
			expect(await line.say("joinSharedList", codes[7])).toMatchObject({ ok: true });
			await refusedWith(line, words, "watchShare", codes[0]);
		});

		test("is not for pages of other sites", async () => {
			for (const origin of ["https://elsewhere.test", "null"])
				await expect(connect(url, { headers: { origin } })).rejects.toThrow(/websocket error/);
			await connect(url, { headers: { origin: url } });
		});
	});

	describe("how many look", () => {
		test("goes up and down with them, once each, and without the owner", async () => {
			// One that nobody has looked at before: who hung up a moment ago may be counted still.
			const { owner, itemId } = await shared(url, "note");
			const { code } = await OwnLink.of(owner, itemId);
			const page = await connect(url, { token: owner.token });
			const own = await connect(url, { token: owner.token });
			await page.say("watchItem", Number(itemId));
			expect(await page.next("viewerCount")).toBe(0);
			await own.say("watchShare", code);
			expect(await own.next("viewerCount")).toBe(0);
			const [first, second] = [await watching(code), await watching(code)];
			await second.say("joinSharedNote", code);
			for (const line of [page, own, first, second]) await line.next("viewerCount", (count) => count === 2);
			second.close();
			for (const line of [page, own, first]) await line.next("viewerCount", (count) => count === 1);
			await first.say("leaveSharedNote", code);
			for (const line of [page, own]) await line.next("viewerCount", (count) => count === 0);
			expect(await own.say("unwatchShare", code)).toEqual({ ok: true });
			expect(await page.say("unwatchItem", itemId)).toEqual({ ok: true });
		});

		test("is for the owner that of all links to the thing", async () => {
			const { owner, itemId } = itemOf("session");
			const page = await connect(url, { token: owner.token });
			await page.say("watchItem", itemId);
			for (const count of [1, 2]) {
				const visitor = await watching((await linkTo("session")).code);
				expect(await visitor.next("viewerCount")).toBe(1);
				await page.next("viewerCount", (all) => all === count);
			}
		});

		test("at an item is told to its owner alone", async () => {
			const { itemId } = itemOf("song");
			await refusedWith(await connect(url), "Authentication required", "watchItem", itemId);
			const line = await connect(url, { token: guest.token });
			for (const id of [itemId, Number(itemId), "0", "nonsense", "999999999"]) await refusedWith(line, "Not found", "watchItem", id);
		});
	});

	describe("what changes", () => {
		test.each(documents)("in a $kind is what its call answers, and nothing that is hidden", async ({ kind, updated, type, name }) => {
			const { code } = await linkTo(kind);
			const line = await watching(code);
			const other = await connect(url);
			await other.say(`joinShared${name}`, code);
			for (const title of [`${sentinel} once`, `${sentinel} twice`]) {
				await rename(kind, title);
				const answer = await new Client(url).get(`/api/shared/${kind}/${code}`);
				for (const each of [line, other]) {
					const told = await each.next(updated, ({ data }) => data.title === title);
					expect(told).toEqual({ type, data: answer.body, timestamp: expect.stringMatching(/Z$/) });
				}
			}
			expect(JSON.stringify(line.told)).not.toContain(secret);
			const { body } = await new Client(url).get<{ updated_at: string }>(`/api/shared/${kind}/${code}`);
			expect(await line.say("watchShare", code)).toEqual({ ok: true, updatedAt: body.updated_at });
		});

		test("behind a frozen link, or after leaving, is not told", async () => {
			const [frozen, left, open] = [await linkTo("list"), await linkTo("list"), await linkTo("list")];
			await change(lane, "INSERT INTO Snapshot (shareId, title, content) VALUES (?, ?, '{}')", Number(frozen.id), "As it was");
			await change(lane, "UPDATE Share SET snapshotAt = ? WHERE code = ?", moment(0), frozen.code);
			const lines = [await connect(url), await watching(left.code)];
			await lines[0]?.say("joinSharedList", frozen.code);
			expect(await lines[0]?.next("joinedSharedList")).toMatchObject({ listTitle: "As it was" });
			await lines[1]?.say("leaveSharedList", left.code);
			const following = await watching(open.code);
			await rename("list", `${sentinel} thrice`);
			await following.next("listUpdated");
			for (const line of lines) {
				await settled(line);
				expect(heardOf(line, "listUpdated")).toEqual([]);
			}
		});
	});

	describe("a page that may no longer be seen", () => {
		const cuts: [how: string, reason: string, cut: (link: OwnLink) => Promise<unknown>][] = [
			["its link is paused", "off", (link) => link.change({ isActive: false })],
			["its link opens later", "off", (link) => link.change({ policy: { startsAt: moment(3_600) } })],
			["its link gets another code", "rotated", (link) => link.ask("POST", "/rotate")],
			[
				"the time of its link is over",
				"expired",
				(link) => link.change({ policy: { expiresAt: new Date(Date.now() + 1_000).toISOString() } }),
			],
			["its link ends", "deleted", (link) => link.ask("DELETE", "")],
			["its link gets a password", "locked", (link) => link.change({ policy: { password: "open sesame" } })],
			["its link is for others", "locked", (link) => link.change({ policy: { allowEmails: ["x@example.test"] } })],
			["its link opens a few times", "locked", (link) => link.change({ policy: { maxViews: 3 } })],
		];

		test.each(cuts)("is left when %s, by everybody but its owner, and nothing of it comes after that", async (_how, reason, cut) => {
			const link = await linkTo("list");
			const lines = [await watching(link.code), await watching(link.code, { token: guest.token })];
			const other = await watching((await linkTo("list")).code);
			await cut(link);
			const timestamp = expect.stringMatching(/^\d{4}-.*Z$/);
			for (const line of lines) expect(await line.next("sharedContentRevoked")).toEqual({ kind: "list", reason, timestamp });
			const before = lines.map(({ told }) => told.length);
			await rename("list", `${sentinel} ${reason}`);
			await other.next("listUpdated");
			for (const line of lines) await settled(line);
			expect(lines.map(({ told }) => told.length)).toEqual(before);
			expect(heardOf(other, "sharedContentRevoked")).toEqual([]);
			for (const line of lines) await refusedWith(line, refused, "watchShare", link.code);
		});

		test("is kept by its owner while the link is only off", async () => {
			const link = await linkTo("list");
			const own = await watching(link.code, { token: itemOf("list").owner.token });
			const visitor = await watching(link.code);
			await link.change({ isActive: false });
			await visitor.next("sharedContentRevoked");
			await own.next("viewerCount", (count) => count === 0);
			await link.ask("DELETE", "");
			expect(await own.next("sharedContentRevoked")).toMatchObject({ reason: "deleted" });
		});

		test.each(kindNames)("of a %s is left when that is deleted", async (kind) => {
			const { owner, itemId } = await shared(url, kind);
			const line = await watching((await OwnLink.of(owner, itemId)).code);
			const paths = { playlist: "playlists", song: "songs", session: "sessions", chat: `users/${owner.user.id}/chats` };
			const path = kind in paths ? paths[kind as keyof typeof paths] : isKind(kind).path;
			expect((await owner.fetch(`/api/${path}/${itemId}`, { method: "DELETE" })).ok).toBe(true);
			expect(await line.next("sharedContentRevoked")).toMatchObject({ kind, reason: "deleted" });
		});

		test("is left by whoever signs out everywhere, where it was for their account", async () => {
			const leaving = await Account.signUp(url);
			const link = await linkTo("note", { allowEmails: [guest.user.email, leaving.user.email] });
			const open = await linkTo("note");
			const line = await watching(link.code, { token: leaving.token });
			const other = await watching(link.code, { token: guest.token });
			await line.say("watchShare", open.code);
			expect((await leaving.fetch("/api/me/sessions", { method: "DELETE" })).status).toBe(204);
			expect(await line.next("sharedContentRevoked")).toMatchObject({ reason: "locked" });
			await refusedWith(line, refused, "watchShare", link.code);
			await rename("note", `${sentinel} for those who stay`);
			await line.next("noteUpdated");
			await other.next("noteUpdated");
			expect(heardOf(other, "sharedContentRevoked")).toEqual([]);
		});

		test("opens again as soon as it may be seen", async () => {
			const link = await linkTo("whiteboard");
			const line = await watching(link.code);
			await link.change({ isActive: false });
			await line.next("sharedContentRevoked");
			await link.change({ isActive: true });
			expect(await line.say("joinSharedWhiteboard", link.code)).toMatchObject({ ok: true });
		});
	});
});
