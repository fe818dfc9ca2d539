// What the other tests stand on: accounts, songs and links made through the API, in both lanes.
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Account, Unexpected } from "../support/account";
import { lanes } from "../support/lanes";

const northbound = new URL("../support/fixtures/northbound.mp3", import.meta.url);

test("the lanes are two: only what went through Next varies by what its router asks", async () => {
	const vary = await Promise.all(
		lanes.map(async ({ url }) => (await fetch(`${url}/api/health/live`)).headers.get("vary")?.includes("rsc")),
	);
	expect(vary).toEqual([undefined, true]);
});

describe.each(lanes)("by $name", ({ url }) => {
	test("an account of its own has a token that works", async () => {
		const [ada, bob] = await Promise.all([Account.signUp(url, { name: "Ada" }), Account.signUp(url)]);
		expect(ada.user.id).not.toBe(bob.user.id);
		const me = await ada.fetch("/api/me");
		expect(me.status).toBe(200);
		expect(await me.json()).toMatchObject({ user: { id: ada.user.id, name: "Ada" } });
	});

	test("a WAV that we write is a song with the title, the artist and the length it was given", async () => {
		const account = await Account.signUp(url);
		const song = await account.upload({ title: "Northbound, again", artist: "Mira Holt", seconds: 2.5 });
		expect(song).toMatchObject({ title: "Northbound, again", artist: "Mira Holt" });
		expect(song.duration).toBeCloseTo(2.5, 1);
	});

	test("the MP3 fixture brings its own title and artist", async () => {
		const account = await Account.signUp(url);
		const bytes = new Uint8Array(await readFile(northbound));
		const song = await account.upload({ bytes, name: "track01.mp3", type: "audio/mpeg" });
		expect(song).toMatchObject({ title: "Northbound", artist: "Mira Holt" });
		expect(song.duration).toBeGreaterThan(2.5);
	});

	test("a playlist keeps the order of its songs and has a link that opens", async () => {
		const account = await Account.signUp(url);
		const songs = [await account.upload({ title: "One" }), await account.upload({ title: "Two" })].reverse();
		const playlist = await account.playlist("Night drive", songs);
		expect(playlist.songs.map((song) => song.title)).toEqual(["Two", "One"]);
		const { shareId, shareUrl } = await account.share("playlist", playlist.id);
		expect(shareUrl).toBe(`${url}/share/${shareId}`);
		expect((await fetch(`${url}/api/share/${shareId}`)).status).toBe(200);
	});

	test("an answer that a test did not count on is told with its words", async () => {
		const account = await Account.signUp(url);
		const sharing = account.share("playlist", "999999999");
		await expect(sharing).rejects.toThrow(Unexpected);
		await expect(sharing).rejects.toThrow(/404.*Playlist not found/);
	});
});
