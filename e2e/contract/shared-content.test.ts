import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { nobodys, strangers, waysIn } from "../support/credentials";
import { hotLanes } from "../support/lanes";
import { date, failure, id, nativeError, publicOwner, success } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

describe.each(hotLanes)("what a link shows on $name", ({ url }) => {
	describe.each(strangers)("to $who", ({ enter }) => {
		test("a playlist with its songs in order, and it is a view", async () => {
			const { owner, songs, playlist, shareId } = await sharePlaylist(url, { songs: 2 });
			await owner.send("PATCH", `/api/playlists/${playlist.id}`, {
				description: "Two songs",
				songs: songs.map((song) => song.id).reverse(),
			});
			await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
			const client = await enter(url);

			const first = await client.get(`/api/share/${shareId}`);
			expect(first.status).toBe(200);
			const song = (place: number) => ({
				id: songAt(songs, place),
				youtubeId: null,
				title: `Song ${place}`,
				artist: "Mira Holt",
				duration: 0.1,
				thumbnail: null,
			});
			expect(first.body).toEqual(
				success({
					share: {
						id,
						shareId,
						type: "playlist",
						owner: publicOwner(owner.user),
						title: "Night drive",
						description: "Two songs",
						thumbnail: null,
						viewCount: 1,
						playCount: 1,
						createdAt: date,
					},
					type: "playlist",
					content: {
						id: playlist.id,
						name: "Night drive",
						description: "Two songs",
						thumbnail: null,
						songs: [song(2), song(1)],
						isPublic: false,
						playCount: 1,
						createdAt: date,
					},
				}),
			);
			expect((await client.get(`/api/share/${shareId}`)).body).toMatchObject({ data: { share: { viewCount: 2 } } });
		});

		test("a song, and it is a view", async () => {
			const owner = await Account.signUp(url);
			const song = await owner.upload({ title: "Blinding Lights", artist: "The Weeknd", seconds: 2 });
			const { shareId } = await owner.share("song", song.id);
			await (await Visitor.begin(url, shareId)).granted(song.id);

			const { status, body } = await (await enter(url)).get(`/api/share/${shareId}`);
			expect(status).toBe(200);
			expect(body).toEqual(
				success({
					share: {
						id,
						shareId,
						type: "song",
						owner: publicOwner(owner.user),
						title: "Blinding Lights",
						description: "The Weeknd - Blinding Lights",
						thumbnail: null,
						viewCount: 1,
						playCount: 1,
						createdAt: date,
					},
					type: "song",
					content: {
						id: song.id,
						youtubeId: null,
						title: "Blinding Lights",
						artist: "The Weeknd",
						duration: 2,
						thumbnail: null,
						playCount: 1,
						createdAt: date,
					},
				}),
			);
		});

		test("an unknown code is 404", async () => {
			const { status, body } = await (await enter(url)).get("/api/share/0123456789abcdef");
			expect([status, body]).toEqual([404, failure("Share link not found or has expired")]);
		});

		test("the page's own request counts a view and answers nothing", async () => {
			const { shareId } = await sharePlaylist(url, { songs: 1 });
			const client = await enter(url);
			const { status, bytes } = await client.post(`/api/open/${shareId}`);
			expect([status, bytes.length]).toEqual([204, 0]);
			expect((await client.get(`/api/share/${shareId}`)).body).toMatchObject({ data: { share: { viewCount: 2 } } });
			const unknown = await client.post("/api/open/0123456789abcdef");
			expect([unknown.status, unknown.body]).toEqual([404, nativeError("share_not_found", "Share link not found")]);
		});
	});

	describe.each(waysIn)("to its owner, with $way", ({ signIn }) => {
		test("the same, and it is no view", async () => {
			const { owner, shareId } = await sharePlaylist(url, { songs: 1 });
			const client = await signIn(owner);
			expect((await client.post(`/api/open/${shareId}`)).status).toBe(204);
			for (let look = 0; look < 2; look++) {
				const { status, body } = await client.get(`/api/share/${shareId}`);
				expect(status).toBe(200);
				expect(body).toMatchObject({ data: { share: { viewCount: 0 } } });
			}
		});
	});

	test("credentials that do not hold are no credentials: the link is public", async () => {
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		for (const headers of nobodys) {
			expect((await new Client(url, headers).get(`/api/share/${shareId}`)).status).toBe(200);
		}
	});

	test("HEAD answers as GET does, without a body and without a view", async () => {
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		const { status, bytes } = await new Client(url).ask("HEAD", `/api/share/${shareId}`);
		expect([status, bytes.length]).toEqual([200, 0]);
		expect((await new Client(url).get(`/api/share/${shareId}`)).body).toMatchObject({ data: { share: { viewCount: 1 } } });
	});

	test("an owner's e-mail address, name of the file and hash are nowhere in it", async () => {
		const owner = await Account.signUp(url, { name: "Ada Lovelace" });
		const song = await owner.upload({ title: "Song", name: "private-folder-name.wav" });
		const { shareId } = await owner.share("playlist", (await owner.playlist("Mine", [song])).id);
		const { bytes } = await new Client(url).get(`/api/share/${shareId}`);
		for (const secret of [owner.user.email, owner.user.referralCode, "private-folder-name", "sha256", "addressHash", "passwordHash"]) {
			expect(bytes.toString()).not.toContain(secret);
		}
	});
});
