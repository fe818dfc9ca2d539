import { describe, expect, test } from "vitest";
import { Account, type Song } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { date, failure, id, success } from "./shapes";
import { Visitor } from "./visitor";

const words = { title: "Northbound", artist: "Mira Holt" };
/** An id that no other test uses. */
const newVideo = () => crypto.randomUUID().replaceAll("-", "").slice(0, 11);
type One = { data: Song & { youtubeId: string } };
type Shared = { data: { shareId: string; share: { song: string } } };

describe.each(lanes)("YouTube songs on $name", ({ url }) => {
	test("are made of a link and are there once, with their first words", async () => {
		const client = await byToken(await Account.signUp(url));
		const video = newVideo();
		const thumbnail = `https://i.ytimg.com/vi/${video}/hqdefault.jpg`;
		const made = await client.post<One>("/api/songs", { youtubeId: `https://youtu.be/${video}?si=x`, ...words, duration: 212, thumbnail });
		const song = { id, ...words, duration: 212, thumbnail, source: "youtube", youtubeId: video, playCount: 0, createdAt: date };
		expect([made.status, made.body]).toEqual([201, success(song)]);
		const again = await client.post<One>("/api/songs", { youtubeId: video, title: "Another title", artist: "Another" });
		expect([again.status, again.body]).toEqual([200, made.body]);
		const changed = await client.patch(`/api/songs/${made.body.data.id}`, { title: "New title", artist: "Ada" });
		expect([changed.status, changed.body]).toEqual([200, success({ ...song, id: made.body.data.id, title: "New title", artist: "Ada" })]);
		expect((await client.get(`/api/songs/${made.body.data.id}/stream`)).status).toBe(404);
		const bare = await client.post("/api/songs", { youtubeId: newVideo(), ...words, duration: null, thumbnail: null });
		expect([bare.status, bare.body]).toMatchObject([201, { data: { duration: null, thumbnail: null } }]);
	});

	test("that are added twenty times at once are one; another account has its own; a deleted one makes room", async () => {
		const client = await byToken(await Account.signUp(url));
		const video = newVideo();
		const body = { youtubeId: video, ...words };
		const answers = await Promise.all(Array.from({ length: 20 }, () => client.post<One>("/api/songs", body)));
		expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
		const [first] = new Set(answers.map((answer) => answer.body.data.id));
		expect(new Set(answers.map((answer) => answer.body.data.id)).size).toBe(1);
		const other = await byToken(await Account.signUp(url));
		expect((await other.post("/api/songs", body)).status).toBe(201);
		await client.delete(`/api/songs/${first}`);
		const anew = await client.post<One>("/api/songs", body);
		expect(anew.status).toBe(201);
		expect(anew.body.data.id).not.toBe(first);
	});

	test.each([
		[{ ...words }, "youtubeId", "Required"],
		[{ youtubeId: "no video", ...words }, "youtubeId", "Not a link to a YouTube video"],
		[{ youtubeId: "https://elsewhere.test/watch?v=dQw4w9WgXcQ", ...words }, "youtubeId", "Not a link to a YouTube video"],
		[{ youtubeId: "dQw4w9WgXcQ", artist: "Mira Holt" }, "title", "Required"],
		[{ youtubeId: "dQw4w9WgXcQ", title: " ", artist: "Mira Holt" }, "title", "Required"],
		[{ youtubeId: "dQw4w9WgXcQ", title: "Northbound" }, "artist", "Required"],
		[{ youtubeId: "dQw4w9WgXcQ", ...words, title: "x".repeat(201) }, "title", "At most 200 characters"],
		[{ youtubeId: "dQw4w9WgXcQ", ...words, thumbnail: "javascript:alert(1)" }, "thumbnail", "Not an https address"],
		[{ youtubeId: "dQw4w9WgXcQ", ...words, thumbnail: "http://i.ytimg.com/x.jpg" }, "thumbnail", "Not an https address"],
	])("%j is refused: %s %s", async (body, field, text) => {
		const client = await byToken(await Account.signUp(url));
		const answer = await client.post("/api/songs", body);
		expect([answer.status, answer.body]).toEqual([400, failure(`${field}: ${text}`, { fields: { [field]: text } })]);
		expect((await client.get("/api/songs")).body).toEqual(success([]));
	});

	test("of a duration that is none are refused", async () => {
		const client = await byToken(await Account.signUp(url));
		for (const duration of [-1, "212", 1e12, [1]]) {
			const { status, body } = await client.post("/api/songs", { youtubeId: newVideo(), ...words, duration });
			expect([status, body]).toMatchObject([400, { success: false, fields: { duration: expect.any(String) as unknown } }]);
		}
	});

	test("are shared by their video's id too, each by its owner alone", async () => {
		const client = await byToken(await Account.signUp(url));
		const video = newVideo();
		const { body } = await client.post<One>("/api/songs", { youtubeId: video, ...words });
		const shared = await client.post<Shared>(`/api/share/song/${video}`);
		expect([shared.status, shared.body.data.share.song]).toEqual([201, body.data.id]);
		const again = await client.post<Shared>(`/api/share/song/${body.data.id}`);
		expect([again.status, again.body.data.shareId]).toEqual([200, shared.body.data.shareId]);
		const other = await byToken(await Account.signUp(url));
		for (const answer of [await other.post(`/api/share/song/${video}`), await client.post(`/api/share/song/${newVideo()}`)]) {
			expect([answer.status, answer.body]).toEqual([404, failure("Song not found")]);
		}
	});

	test("are seen with their id and counted when they play, and nothing of them streams from here", async () => {
		const client = await byToken(await Account.signUp(url));
		const video = newVideo();
		const thumbnail = `https://i.ytimg.com/vi/${video}/hqdefault.jpg`;
		const { body } = await client.post<One>("/api/songs", { youtubeId: video, ...words, thumbnail });
		const { shareId } = (await client.post<Shared>(`/api/share/song/${body.data.id}`)).body.data;
		const stranger = new Client(url);
		expect((await stranger.get(`/api/share/${shareId}`)).body).toMatchObject({
			data: { share: { thumbnail }, content: { youtubeId: video, thumbnail, ...words } },
		});
		const visitor = await Visitor.begin(url, shareId);
		const played = await visitor.play(body.data.id);
		expect([played.status, played.body]).toEqual([
			200,
			success({ playCount: 1, canPlayMore: true, hasReachedLimit: false, remainingPlays: 2 }),
		]);
		const signedIn = await (await byToken(await Account.signUp(url))).post(`/api/share/${shareId}/play`, { songId: body.data.id });
		expect(signedIn.body).toEqual(success({ playCount: 0, canPlayMore: true, hasReachedLimit: false, remainingPlays: null }));
		expect((await client.get(`/api/songs/${body.data.id}`)).body).toMatchObject({ data: { playCount: 2 } });
	});
});
