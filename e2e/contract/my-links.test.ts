import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { date, failure, id, signedOut, success } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

type Mine = { data: { shareId: string }[] };

describe.each(lanes)("my links on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("they are listed newest first with what each shares and how often it was seen and heard", async () => {
			const { owner, songs, playlist, shareId } = await sharePlaylist(url, { songs: 2, owner: await Account.signUp(url) });
			const song = songAt(songs, 2);
			const songLink = await owner.share("song", song);
			await new Client(url).get(`/api/share/${shareId}`);
			await (await Visitor.begin(url, shareId)).granted(song);

			const client = await signIn(owner);
			const { status, body } = await client.get("/api/share/my/shares");
			expect(status).toBe(200);
			expect(body).toEqual(
				success([
					{
						id,
						shareId: songLink.shareId,
						shareUrl: songLink.shareUrl,
						type: "song",
						title: "Song 2",
						description: "Mira Holt - Song 2",
						thumbnail: null,
						viewCount: 0,
						playCount: 0,
						song: { id: song, title: "Song 2", artist: "Mira Holt", thumbnail: null },
						isActive: true,
						lastAccessedAt: null,
						createdAt: date,
						updatedAt: date,
					},
					{
						id,
						shareId,
						shareUrl: `${url}/share/${shareId}`,
						type: "playlist",
						title: "Night drive",
						description: "",
						thumbnail: null,
						viewCount: 1,
						playCount: 1,
						playlist: { id: playlist.id, name: "Night drive", thumbnail: null },
						isActive: true,
						lastAccessedAt: date,
						createdAt: date,
						updatedAt: date,
					},
				]),
			);
		});

		test("somebody new has none, and nobody sees another's", async () => {
			await sharePlaylist(url, { songs: 1 });
			const { status, body } = await (await signIn(await Account.signUp(url))).get("/api/share/my/shares");
			expect([status, body]).toEqual([200, success([])]);
		});
	});

	test("without credentials it is 401", async () => {
		const { status, body } = await new Client(url).get("/api/share/my/shares");
		expect([status, body]).toEqual([401, signedOut]);
	});

	test("an ended link and a link to something deleted are not in the list", async () => {
		const account = await Account.signUp(url);
		const [kept, ended, deleted] = [await account.upload(), await account.upload(), await account.upload()];
		const left = await account.share("song", kept.id);
		const { shareId } = await account.share("song", ended.id);
		await account.share("song", deleted.id);
		await account.fetch(`/api/share/${shareId}`, { method: "DELETE" });
		await account.fetch(`/api/songs/${deleted.id}`, { method: "DELETE" });
		const { body } = await new Client(url, { authorization: `Bearer ${account.token}` }).get<Mine>("/api/share/my/shares");
		expect(body.data.map((share) => share.shareId)).toEqual([left.shareId]);
	});

	test("a new title shows on the link at once", async () => {
		const { owner, playlist, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		await owner.send("PATCH", `/api/playlists/${playlist.id}`, { name: "Day drive", description: "By train" });
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const mine = await client.get("/api/share/my/shares");
		expect(mine.body).toMatchObject({ data: [{ shareId, title: "Day drive", description: "By train" }] });
		const shown = await new Client(url).get(`/api/share/${shareId}`);
		expect(shown.body).toMatchObject({ data: { share: { title: "Day drive" }, content: { name: "Day drive" } } });
	});

	test.each(["/api/share/my/nothing", "/api/share/my"])("there is no other list: %s", async (path) => {
		const { status, body } = await new Client(url).get(path);
		expect(status).toBe(404);
		expect(body).toEqual(
			path.endsWith("my")
				? failure("Share link not found or has expired")
				: { error: { code: "not_found", message: expect.any(String) as unknown } },
		);
	});
});
