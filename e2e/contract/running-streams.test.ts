import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { Account, type Playlist, type Song } from "../support/account";
import { Client } from "../support/client";
import { change, moment } from "../support/database";
import { hotLanes } from "../support/lanes";
import { SlowListener } from "../support/slow-listener";
import { wav } from "../support/wav";
import { withinASecond } from "../support/within-a-second";
import { failure } from "./shapes";
import { Visitor } from "./visitor";

/** Several times what the sockets between two processes hold: most of it has yet to be sent when the link closes. */
const long = wav({ seconds: 2_500, frequency: 0 });

type Scene = { owner: Account; song: Song; playlist: Playlist; shareId: string };

async function prepare(_url: string, owner: Account): Promise<Scene> {
	const song = await owner.upload({ bytes: long });
	const playlist = await owner.playlist("Long", [song]);
	return { owner, song, playlist, shareId: (await owner.share("playlist", playlist.id)).shareId };
}

const closings: [how: string, close: (scene: Scene) => Promise<Response>][] = [
	["its link is ended", ({ owner, shareId }) => owner.fetch(`/api/share/${shareId}`, { method: "DELETE" })],
	["its playlist is deleted", ({ owner, playlist }) => owner.fetch(`/api/playlists/${playlist.id}`, { method: "DELETE" })],
	["the song is deleted", ({ owner, song }) => owner.fetch(`/api/songs/${song.id}`, { method: "DELETE" })],
	["the song leaves the playlist", ({ owner, playlist }) => owner.send("PATCH", `/api/playlists/${playlist.id}`, { songs: [] })],
	["its owner's account is deleted", ({ owner }) => owner.send("DELETE", "/api/me", { currentPassword: owner.password })],
];

const range = { range: "bytes=0-9" };

describe.each(hotLanes)("a running stream on $name", (lane) => {
	const { url } = lane;
	/** What a few bytes of it are answered. */
	const statusOf = async (path: string, account?: Account) =>
		(await new Client(url, account ? { authorization: `Bearer ${account.token}` } : {}).get(path, range)).status;

	test.each(closings)("ends within a second when %s, and cannot be begun again", async (_how, close) => {
		const scene = await prepare(url, await Account.signUp(url));
		const visitor = await Visitor.begin(url, scene.shareId);
		const stream = await visitor.granted(scene.song.id);
		const listeners = [
			await SlowListener.listen(url, stream),
			await SlowListener.listen(url, `/api/share/${scene.shareId}/stream/${scene.song.id}`, {
				authorization: `Bearer ${(await Account.signUp(url)).token}`,
			}),
		];

		const closed = await close(scene);
		expect(closed.ok).toBe(true);
		await withinASecond(() => statusOf(stream), 404);
		const endings = await Promise.all(listeners.map((listener) => listener.hurry()));
		expect(endings).toMatchObject([{ whole: false }, { whole: false }]);
		const again = await new Client(url).get(stream);
		expect([again.status, again.body]).toEqual([404, failure("Share link not found")]);
	});

	describe("goes on", () => {
		let scene: Scene;
		beforeAll(async () => {
			scene = await prepare(url, await Account.signUp(url));
		});

		test("when something else changes: the playlist's name, another song, another link", async () => {
			const { owner, song, playlist, shareId } = scene;
			const other = await owner.upload();
			const single = await owner.share("song", song.id);
			const listener = await SlowListener.listen(url, await (await Visitor.begin(url, shareId)).granted(song.id));
			const changes = [
				await owner.send("PATCH", `/api/playlists/${playlist.id}`, { name: "Longer", songs: [other.id, song.id] }),
				await owner.send("PATCH", `/api/songs/${song.id}`, { title: "Longest" }),
				await owner.fetch(`/api/songs/${other.id}`, { method: "DELETE" }),
				await owner.fetch(`/api/share/${single.shareId}`, { method: "DELETE" }),
			];
			expect(changes.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
			expect(await listener.hurry()).toEqual({ whole: true, received: long.length });
		});

		test("when the plays of its session are used up", async () => {
			const { owner, song } = scene;
			const more = [await owner.upload(), await owner.upload(), await owner.upload()];
			const link = await owner.share("playlist", (await owner.playlist("Four", [song, ...more])).id);
			const visitor = await Visitor.begin(url, link.shareId);
			const listener = await SlowListener.listen(url, await visitor.granted(song.id));
			for (const { id } of more) await visitor.play(id);
			expect((await visitor.play(song.id)).status).toBe(403);
			expect(await listener.hurry()).toMatchObject({ whole: true });
		});
	});

	test("of an own song ends when the song is deleted", async () => {
		const { owner, song } = await prepare(url, await Account.signUp(url));
		const stream = `/api/songs/${song.id}/stream`;
		const listener = await SlowListener.listen(url, stream, { authorization: `Bearer ${owner.token}` });
		await owner.fetch(`/api/songs/${song.id}`, { method: "DELETE" });
		await withinASecond(() => statusOf(stream, owner), 404);
		expect(await listener.hurry()).toMatchObject({ whole: false });
	});

	test("ends within a second of the time until which its link is open, though nobody changes anything then", async () => {
		const { song, shareId } = await prepare(url, await Account.signUp(url));
		const stream = await (await Visitor.begin(url, shareId)).granted(song.id);
		const listener = await SlowListener.listen(url, stream);
		await change(lane, "UPDATE Share SET expiresAt = ? WHERE code = ?", moment(2), shareId);
		await expect.poll(() => statusOf(stream), { timeout: 30_000 }).toBe(410);
		await wait(1_000);
		// What the server had to do until now it has done when it has answered once more.
		expect(await statusOf(stream)).toBe(410);
		expect(await listener.hurry()).toMatchObject({ whole: false });
	});

	test("of a signed-in listener ends when they sign out everywhere, and nobody else's does", async () => {
		const { owner, song, shareId } = await prepare(url, await Account.signUp(url));
		const [leaving, staying] = [await Account.signUp(url), await Account.signUp(url)];
		const listen = (path: string, { token }: Account) => SlowListener.listen(url, path, { authorization: `Bearer ${token}` });
		const shared = `/api/share/${shareId}/stream/${song.id}`;
		const listeners = [await listen(shared, leaving), await listen(`/api/songs/${song.id}/stream`, owner)];
		const other = await listen(shared, staying);
		for (const account of [leaving, owner]) expect((await account.fetch("/api/me/sessions", { method: "DELETE" })).status).toBe(204);
		await withinASecond(() => Promise.all([statusOf(shared, leaving), statusOf(`/api/songs/${song.id}/stream`, owner)]), [403, 401]);
		const endings = await Promise.all(listeners.map((listener) => listener.hurry()));
		expect(endings).toMatchObject([{ whole: false }, { whole: false }]);
		expect(await other.hurry()).toMatchObject({ whole: true });
	});

	test("a stream that a listener leaves holds nothing: a hundred of them later the song still deletes and streams", async () => {
		const { owner, song, shareId } = await prepare(url, await Account.signUp(url));
		const stream = await (await Visitor.begin(url, shareId)).granted(song.id);
		for (let left = 0; left < 100; left++) {
			const abort = new AbortController();
			await fetch(new URL(stream, url), { signal: abort.signal });
			abort.abort();
		}
		expect(await statusOf(stream)).toBe(206);
		expect((await owner.fetch(`/api/songs/${song.id}`, { method: "DELETE" })).status).toBe(200);
	});

	test("a link that is paused in between refuses what is asked from then on", async () => {
		const { song, shareId } = await prepare(url, await Account.signUp(url));
		const stream = await (await Visitor.begin(url, shareId)).granted(song.id);
		await change(lane, "UPDATE Share SET expiresAt = ? WHERE code = ?", moment(-1), shareId);
		expect(await statusOf(stream)).toBe(410);
	});
});
