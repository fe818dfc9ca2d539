import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { waysIn } from "../support/credentials";
import { change, stored } from "../support/database";
import { hotLanes } from "../support/lanes";
import { failure } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

const notGranted = [403, failure("This stream was not granted")];

/** The same text with one character at this place made another. */
function altered(text: string, place: number): string {
	const other = text[place] === "A" ? "B" : "A";
	return text.slice(0, place) + other + text.slice(place + 1);
}

describe.each(hotLanes)("a grant on $name", (lane) => {
	const { url } = lane;

	test("streams its song to whoever holds it, as often as asked", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const stream = await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
		for (let again = 0; again < 3; again++) expect((await new Client(url).get(stream)).status).toBe(200);
	});

	test("that is missing or altered in any place is 403", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const stream = await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
		const [path = "", grant = ""] = stream.split("?grant=");
		const [expires = "", visit = "", signature = ""] = grant.split(".");
		const wrong = [
			...Array.from({ length: grant.length - 1 }, (_, place) => altered(grant, place)),
			`${expires}z.${visit}.${signature}`,
			`zzzzzzz.${visit}.${signature}`,
			`${expires}.${visit}`,
			`${expires}.${visit}.${signature}.`,
			`${expires}.${visit}.`,
			`..${signature}`,
			signature,
			"",
			"..",
			"%00",
			"x".repeat(5_000),
		];
		for (const bad of wrong) {
			const answer = await new Client(url).get(`${path}?grant=${bad}`);
			expect([answer.status, answer.body], bad.slice(0, 100)).toEqual(notGranted);
		}
		const none = await new Client(url).get(path);
		expect([none.status, none.body]).toEqual(notGranted);
	});

	test("of one song opens no other song, and of one link no other link", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 2 });
		const stream = await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
		const other = await owner.share("playlist", (await owner.playlist("Again", songs)).id);
		const single = await owner.share("song", songAt(songs, 1));
		const unknown = "0123456789abcdef";
		for (const path of [
			stream.replace(`/${songAt(songs, 1)}?`, `/${songAt(songs, 2)}?`),
			stream.replace(shareId, other.shareId),
			stream.replace(shareId, single.shareId),
		]) {
			const answer = await new Client(url).get(path);
			expect([answer.status, answer.body]).toEqual(notGranted);
		}
		const nowhere = await new Client(url).get(stream.replace(shareId, unknown));
		expect([nowhere.status, nowhere.body]).toEqual([404, failure("Share link not found")]);
	});

	test("ends with its session", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		const end = new Date(Date.now() + 6_000);
		await change(lane, "UPDATE Visit SET expiresAt = ? WHERE id = ?", stored(end), visitor.sessionId);
		const stream = await visitor.granted(songAt(songs, 1));
		expect((await new Client(url).get(stream)).status).toBe(200);
		await wait(end.getTime() - Date.now() + 100);
		const late = await new Client(url).get(stream);
		expect([late.status, late.body]).toEqual(notGranted);
	});

	test.each(["abc", "0", "-1", "1e3", "999999999999999999999", "..%2f1", "%00"])("on a song called %s it is none", async (song) => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const stream = await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
		const answer = await new Client(url).get(stream.replace(`/${songAt(songs, 1)}?`, `/${song}?`));
		expect([answer.status, answer.body]).toEqual(notGranted);
	});

	describe.each(waysIn)("is not needed with $way", ({ signIn }) => {
		test("but one that is altered is 403 all the same", async () => {
			const { songs, shareId } = await sharePlaylist(url, { songs: 2 });
			const stream = await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
			const client = await signIn(await Account.signUp(url));
			expect((await client.get(`/api/share/${shareId}/stream/${songAt(songs, 2)}`)).status).toBe(200);
			for (const path of [`${stream}x`, stream.replace(`/${songAt(songs, 1)}?`, `/${songAt(songs, 2)}?`)]) {
				const answer = await client.get(path);
				expect([answer.status, answer.body]).toEqual(notGranted);
			}
		});
	});
});
