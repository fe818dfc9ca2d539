import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { nobodys, waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { date, failure, id, publicOwner, shareId, signedOut, success } from "./shapes";

type Made = { data: { shareId: string; share: { id: string } } };

describe.each(lanes)("making a link on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("a playlist's link is made once and found from then on", async () => {
			const account = await Account.signUp(url);
			const client = await signIn(account);
			const { body: made } = await client.post<{ data: { id: string } }>("/api/playlists", {
				name: "My Awesome Playlist",
				description: "The best songs collection",
			});
			const playlist = made.data.id;

			const first = await client.post<Made>(`/api/share/playlist/${playlist}`);
			expect(first.status).toBe(201);
			expect(first.body).toEqual(
				success({
					shareId,
					shareUrl: `${url}/share/${first.body.data.shareId}`,
					share: {
						id,
						shareId: first.body.data.shareId,
						type: "playlist",
						owner: publicOwner(account.user),
						playlist,
						title: "My Awesome Playlist",
						description: "The best songs collection",
						thumbnail: null,
						viewCount: 0,
						playCount: 0,
						isActive: true,
						createdAt: date,
						updatedAt: date,
					},
				}),
			);

			const again = await client.post(`/api/share/playlist/${playlist}`);
			expect(again.status).toBe(200);
			expect(again.body).toEqual(first.body);
		});

		test("a song's link names song and artist", async () => {
			const account = await Account.signUp(url);
			const client = await signIn(account);
			const song = await account.upload({ title: "Blinding Lights", artist: "The Weeknd" });

			const first = await client.post<Made>(`/api/share/song/${song.id}`);
			expect(first.status).toBe(201);
			expect(first.body).toEqual(
				success({
					shareId,
					shareUrl: `${url}/share/${first.body.data.shareId}`,
					share: {
						id,
						shareId: first.body.data.shareId,
						type: "song",
						owner: publicOwner(account.user),
						song: song.id,
						title: "Blinding Lights",
						description: "The Weeknd - Blinding Lights",
						thumbnail: null,
						viewCount: 0,
						playCount: 0,
						isActive: true,
						createdAt: date,
						updatedAt: date,
					},
				}),
			);

			const again = await client.post(`/api/share/song/${song.id}`);
			expect(again.status).toBe(200);
			expect(again.body).toEqual(first.body);
		});

		test("somebody else's playlist is 403, somebody else's song 404", async () => {
			const theirs = await Account.signUp(url);
			const song = await theirs.upload();
			const playlist = await theirs.playlist("Theirs", [song]);
			const client = await signIn(await Account.signUp(url));

			const onPlaylist = await client.post(`/api/share/playlist/${playlist.id}`);
			expect(onPlaylist.status).toBe(403);
			expect(onPlaylist.body).toEqual(failure("You can only share your own playlists"));
			const onSong = await client.post(`/api/share/song/${song.id}`);
			expect(onSong.status).toBe(404);
			expect(onSong.body).toEqual(failure("Song not found"));
		});

		test("an id of another kind is as absent as an unknown one", async () => {
			const account = await Account.signUp(url);
			const song = await account.upload();
			const playlist = await account.playlist("Mine", [song]);
			const client = await signIn(account);
			for (const absent of [song.id, "2147483647"]) {
				const answer = await client.post(`/api/share/playlist/${absent}`);
				expect([answer.status, answer.body]).toEqual([404, failure("Playlist not found")]);
			}
			for (const absent of [playlist.id, "2147483647"]) {
				const answer = await client.post(`/api/share/song/${absent}`);
				expect([answer.status, answer.body]).toEqual([404, failure("Song not found")]);
			}
		});
	});

	test.each(["playlist", "song"])("without credentials a %s has no link, whether it is there or not", async (kind) => {
		const account = await Account.signUp(url);
		const song = await account.upload();
		const item = kind === "song" ? song : await account.playlist("Mine", [song]);
		for (const headers of [{}, ...nobodys]) {
			for (const each of [item.id, "2147483647", "no-id"]) {
				const answer = await new Client(url, headers).post(`/api/share/${kind}/${each}`);
				expect([answer.status, answer.body]).toEqual([401, signedOut]);
			}
		}
	});

	test("a link that was ended is not found again: sharing anew makes another code", async () => {
		const account = await Account.signUp(url);
		const playlist = await account.playlist("Mine", []);
		const first = await account.share("playlist", playlist.id);
		await account.fetch(`/api/share/${first.shareId}`, { method: "DELETE" });
		const second = await account.share("playlist", playlist.id);
		expect(second.shareId).not.toBe(first.shareId);
		expect((await new Client(url).get(`/api/share/${first.shareId}`)).status).toBe(404);
		expect((await new Client(url).get(`/api/share/${second.shareId}`)).status).toBe(200);
	});
});
