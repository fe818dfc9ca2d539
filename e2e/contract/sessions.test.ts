import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { type Session, SessionScene, type Whole } from "./session-scene";
import { date } from "./shapes";

const bad = (field: string, words: string) => ({ message: `${field}: ${words}`, fields: { [field]: words } });
const notYours = { message: "You do not have permission to access this session" };
const absent = { message: "Session not found" };

describe.each(lanes)("sessions on $name", ({ url }) => {
	const heard = ({ status, body }: { status: number; body: unknown }) => [status, body];

	test("a new one has its defaults, or what it is given", async () => {
		const owner = await byToken(await Account.signUp(url));
		const { status, body } = await owner.post<Whole>("/api/sessions", { title: "  Hills " });
		const fresh = {
			id: expect.any(Number) as unknown,
			title: "Hills",
			description: "",
			intervalMin: 5,
			intervalMax: 8,
			transition: "fade",
			isManualMode: false,
			thumbnail: null,
			isPublic: false,
			mediaCount: 0,
			createdAt: date,
			updatedAt: date,
		};
		expect([status, body]).toEqual([201, { session: fresh, media: [] }]);
		const given = { title: "Sea", description: "Two\nlines", intervalMin: 1.5, intervalMax: 60, transition: "flip", isManualMode: true };
		const all = await owner.post<Whole>("/api/sessions", { ...given, isPublic: true, id: 7, media: [1], ownerId: "x" });
		expect(heard(all)).toEqual([201, { session: { ...fresh, ...given, isPublic: true }, media: [] }]);
		expect((await owner.post<Whole>("/api/sessions", { title: "Slow", intervalMin: 20 })).body.session).toMatchObject({ intervalMax: 20 });
		expect((await owner.post<Whole>("/api/sessions", { title: "Fast", intervalMax: 2 })).body.session).toMatchObject({ intervalMin: 2 });
	});

	test.each([
		[{}, bad("title", "Required")],
		[{ title: " " }, bad("title", "Required")],
		[{ title: "x".repeat(201) }, bad("title", "At most 200 characters")],
		[{ title: "x\u0000" }, bad("title", "Has characters that cannot be shown")],
		[{ title: "x", description: "x".repeat(501) }, bad("description", "At most 500 characters")],
		[{ title: "x", intervalMin: 0.5 }, bad("intervalMin", "At least 1 second")],
		[{ title: "x", intervalMax: 61 }, bad("intervalMax", "At most 60 seconds")],
		[{ title: "x", intervalMin: 9, intervalMax: 4 }, bad("intervalMin", "Must not be more than intervalMax")],
	])("%j is refused by its field", async (sent, words) => {
		const owner = await byToken(await Account.signUp(url));
		expect(heard(await owner.post("/api/sessions", sent))).toEqual([400, words]);
		expect((await owner.get<{ sessions: [] }>("/api/sessions")).body.sessions).toEqual([]);
	});

	test.each([
		{ title: 7 },
		{ title: "x", intervalMin: "5" },
		{ title: "x", transition: "spin" },
		{ title: "x", isManualMode: "yes" },
		{ title: "x", intervalMax: null },
		[],
		"x",
	])("%j is refused", async (sent) => {
		const owner = await byToken(await Account.signUp(url));
		const { status, body } = await owner.post("/api/sessions", sent);
		expect([status, body]).toEqual([400, { message: expect.any(String) as unknown, fields: expect.any(Object) as unknown }]);
	});

	test("a change is of what is given, and of a version that somebody saw", async () => {
		const { owner, path, session } = await SessionScene.begin(url, { description: "Before", transition: "zoom" });
		const { headers } = await owner.get(path);
		const first = await owner.patch<Whole>(path, { intervalMin: 2 }, { "if-match": headers.etag ?? "" });
		expect(first.body.session).toEqual({ ...session, intervalMin: 2, updatedAt: date });
		const late = await owner.patch(path, { title: "Late" }, { "if-match": headers.etag ?? "" });
		expect(heard(late)).toEqual([412, { message: "It was changed elsewhere since you looked" }]);
		expect(heard(await owner.patch(path, { intervalMin: 9 }))).toEqual([400, bad("intervalMin", "Must not be more than intervalMax")]);
		expect(heard(await owner.patch(path, { title: "New", intervalMax: 0 }))).toEqual([400, bad("intervalMax", "At least 1 second")]);
		expect((await owner.get<Whole>(path)).body).toEqual(first.body);
	});

	test("the list has them newest first, a page at a time, nobody else's and no other kind", async () => {
		const account = await Account.signUp(url);
		await account.upload({ seconds: 0.1 });
		const owner = await byToken(account);
		const made: Session[] = [];
		for (const title of ["1", "2", "3"]) made.unshift((await owner.post<Whole>("/api/sessions", { title })).body.session);
		await owner.post(`/api/sessions/${made[1]?.id}/share`);
		type Page = { sessions: Session[]; nextCursor: string | null };
		const first = (await owner.get<Page>("/api/sessions?limit=2")).body;
		expect(first.sessions).toEqual([made[0], { ...made[1], isPublic: true }]);
		const second = (await owner.get<Page>(`/api/sessions?limit=2&cursor=${first.nextCursor}`)).body;
		expect(second).toEqual({ sessions: [made[2]], nextCursor: null });
		for (const query of ["limit=0", "limit=x", "cursor=nonsense"]) expect((await owner.get(`/api/sessions?${query}`)).status).toBe(400);
		const other = await byToken(await Account.signUp(url));
		expect((await other.get("/api/sessions")).body).toEqual({ sessions: [], nextCursor: null });
	});

	test("what is somebody else's is 403, what is not there 404, what is no id 400, and without an account all is 401", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const other = await byToken(await Account.signUp(url));
		const calls = (client: Client, id: number | string) => [
			client.get(`/api/sessions/${id}`),
			client.patch(`/api/sessions/${id}`, { title: "x" }),
			client.delete(`/api/sessions/${id}`),
			client.patch(`/api/sessions/${id}/media`, { order: [1] }),
			client.patch(`/api/sessions/${id}/media/1`, { caption: "x" }),
			client.delete(`/api/sessions/${id}/media/1`),
			client.post(`/api/sessions/${id}/media/1/restore`),
			client.ask("POST", `/api/sessions/${id}/media`, { body: "", headers: { "content-type": "multipart/form-data; boundary=x" } }),
		];
		const { id } = scene.session;
		const answers = async (client: Client, of: number | string) => (await Promise.all(calls(client, of))).map(heard);
		const all = (answer: unknown) => Array.from({ length: 8 }, () => answer);
		expect(await answers(other, id)).toEqual(all([403, notYours]));
		expect(await answers(other, 2_147_483_647)).toEqual(all([404, absent]));
		expect(await answers(other, "abc")).toEqual(all([400, { message: "Invalid session ID" }]));
		expect(await answers(new Client(url), id)).toEqual(all([401, { message: "Unauthorized" }]));
		expect((await scene.whole()).media).toHaveLength(1);
	});

	test("a deleted one is gone, and can be taken back as any item", async () => {
		const scene = await SessionScene.begin(url, { pictures: 1 });
		const before = await scene.whole();
		expect(heard(await scene.owner.delete(scene.path))).toEqual([204, ""]);
		expect(heard(await scene.owner.get(scene.path))).toEqual([404, absent]);
		expect((await scene.owner.post(`/api/items/${scene.session.id}/restore`)).status).toBe(204);
		expect(await scene.whole()).toEqual(before);
	});

	test("a verb that is missing says which there are", async () => {
		const { owner, path } = await SessionScene.begin(url);
		const { status, headers, body } = await owner.send("PUT", path, {});
		expect([status, headers.allow, body]).toEqual([405, expect.stringContaining("PATCH"), { message: "Method not allowed" }]);
	});
});
