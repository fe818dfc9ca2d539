import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failure } from "../contract/shapes";
import { Visitor } from "../contract/visitor";
import { Account, type Playlist, type Song } from "../support/account";
import { Client } from "../support/client";
import { type Pair, startPair } from "../support/pair";
import { startS3, type TestS3 } from "../support/s3";
import { SlowListener } from "../support/slow-listener";
import { testPostgres } from "../support/throw-away";
import { wav } from "../support/wav";
import { withinASecond } from "../support/within-a-second";
import { streamsHaveHeard } from "./scene";

/** Several times what the sockets between two processes hold: most of it has yet to be sent when the link closes. */
const long = wav({ seconds: 1_500, frequency: 0 });

type Scene = { owner: Account; song: Song; playlist: Playlist; shareId: string };

const closings: [how: string, close: (scene: Scene) => Promise<Response>][] = [
	[
		"its link is paused",
		async ({ owner }) => {
			const { shares } = (await (await owner.fetch("/api/shares")).json()) as { shares: { id: string }[] };
			return owner.send("PATCH", "/api/shares", { ids: shares.map(({ id }) => id), isActive: false });
		},
	],
	["its link is ended", ({ owner, shareId }) => owner.fetch(`/api/share/${shareId}`, { method: "DELETE" })],
	["its playlist is deleted", ({ owner, playlist }) => owner.fetch(`/api/playlists/${playlist.id}`, { method: "DELETE" })],
	["the song is deleted", ({ owner, song }) => owner.fetch(`/api/songs/${song.id}`, { method: "DELETE" })],
	["the song leaves the playlist", ({ owner, playlist }) => owner.send("PATCH", `/api/playlists/${playlist.id}`, { songs: [] })],
	["its owner's account is deleted", ({ owner }) => owner.send("DELETE", "/api/me", { currentPassword: owner.password })],
];

describe.skipIf(!testPostgres())("what is closed at one server", () => {
	let pair: Pair;
	let files: TestS3;
	beforeAll(async () => {
		files = await startS3();
		pair = await startPair(files.env);
	});
	afterAll(async () => {
		await pair.stop();
		await files.stop();
	});

	test.each(closings)("is closed at the other within a second, running streams too: %s", async (how, close) => {
		const owner = await Account.signUp(pair.one.url);
		const song = await owner.upload({ bytes: long });
		const playlist = await owner.playlist("Long", [song]);
		const { shareId } = await owner.share("playlist", playlist.id);
		const there = pair.other.url;
		const visitor = await Visitor.begin(there, shareId);
		const stream = await visitor.granted(song.id);
		// Asked for more than once, so that the other server remembers the link.
		for (let time = 0; time < 3; time++) expect((await new Client(there).get(`/api/share/${shareId}`)).status).toBe(200);
		const listeners = [
			await SlowListener.listen(there, stream),
			await SlowListener.listen(there, `/api/songs/${song.id}/stream`, { authorization: `Bearer ${owner.token}` }),
		];
		const isLinkGone = !how.includes("the song");
		const isAccountGone = how.includes("account");
		const isOwnersEnd = isAccountGone || how.includes("song is deleted");
		const owners = new Client(there, { authorization: `Bearer ${owner.token}` });
		const range = { range: "bytes=0-9" };
		const answers = async () => {
			const asked = [new Client(there).get(stream, range), visitor.play(song.id), owners.get(`/api/songs/${song.id}/stream`, range)];
			return (await Promise.all(asked)).map(({ status }) => status);
		};

		const closed = await close({ owner, song, playlist, shareId });
		expect(closed.ok).toBe(true);
		const ownersAnswer = isAccountGone ? 401 : isOwnersEnd ? 404 : 206;
		await withinASecond(answers, [404, isLinkGone ? 404 : 400, ownersAnswer]);
		await streamsHaveHeard();
		const endings = await Promise.all(listeners.map((listener) => listener.hurry()));
		expect(endings).toMatchObject([{ whole: false }, { whole: !isOwnersEnd }]);
		if (!isLinkGone) return;
		const page = await new Client(there).get(`/share/${shareId}`, { accept: "text/html" });
		expect(page.status).toBe(404);
		const again = await new Client(there).get(stream);
		expect([again.status, again.body]).toEqual([404, failure("Share link not found")]);
	});

	test("a link that is paused and resumed at one opens at the other again", async () => {
		const owner = await Account.signUp(pair.one.url);
		const { shareId } = await owner.share("song", (await owner.video("dQw4w9WgXcQ", "Northbound")).id);
		const { shares } = (await (await owner.fetch("/api/shares")).json()) as { shares: { id: string }[] };
		const at = (url: string, isActive: boolean) => owner.at(url).send("PATCH", `/api/shares/${shares[0]?.id}`, { isActive });
		const seen = () => Promise.all(pair.urls.map(async (url) => (await new Client(url).get(`/api/share/${shareId}`)).status));
		for (let time = 0; time < 5; time++) {
			await at(pair.one.url, false);
			await withinASecond(seen, [404, 404]);
			await at(pair.other.url, true);
			await withinASecond(seen, [200, 200]);
		}
	});

	test("signing out everywhere at one ends tokens and sessions at the other", async () => {
		const owner = await Account.signUp(pair.one.url);
		expect((await owner.at(pair.other.url).fetch("/api/me")).status).toBe(200);
		await owner.fetch("/api/me/sessions", { method: "DELETE" });
		expect((await owner.at(pair.other.url).fetch("/api/me")).status).toBe(401);
	});
});
