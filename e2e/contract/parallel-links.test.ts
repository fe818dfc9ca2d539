import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { nativeError } from "./shapes";
import { anOwner, sharePlaylist } from "./visitor";

type Made = { data: { shareId: string } };
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each(lanes)("at once on $name", { timeout: 60_000 }, ({ url }) => {
	test.each(waysIn)("thirty clicks on Share make one link, with $way", async ({ signIn }) => {
		const owner = await Account.signUp(url);
		const client = await signIn(owner);
		for (const kind of ["playlist", "song"]) {
			const item = kind === "song" ? await owner.upload() : await owner.playlist("Mine", []);
			const answers = await Promise.all(times(30).map(() => client.post<Made>(`/api/share/${kind}/${item.id}`)));
			expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(29).fill(200), 201]);
			expect(new Set(answers.map((answer) => answer.body.data.shareId)).size).toBe(1);
		}
		expect((await client.get<{ data: unknown[] }>("/api/share/my/shares")).body.data).toHaveLength(2);
	});

	test("five hundred views count five hundred, the page's requests and the API's", async () => {
		const { owner, shareId } = await sharePlaylist(url, { songs: 1 });
		const client = new Client(url);
		const views = await Promise.all(
			times(500).map((view) => (view % 2 === 0 ? client.post(`/api/open/${shareId}`) : client.get(`/api/share/${shareId}`))),
		);
		expect(views.filter((answer) => answer.status === 204)).toHaveLength(250);
		expect(views.filter((answer) => answer.status === 200)).toHaveLength(250);
		const { body } = await new Client(url, { authorization: `Bearer ${owner.token}` }).get(`/api/share/${shareId}`);
		expect(body).toMatchObject({ data: { share: { viewCount: 500 } } });
	});

	test("of thirty sessions that one address begins, twenty begin", async () => {
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		const client = new Client(url).elsewhere();
		await roomInThis("day", 30);
		const answers = await Promise.all(times(30).map(() => client.post(`/api/share/${shareId}/session`)));
		expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(20).fill(201), ...Array(10).fill(429)]);
	});

	test("fifty retries of one signed-in play, under one key, count once", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const { token } = await Account.signUp(url);
		const client = new Client(url, { authorization: `Bearer ${token}`, "idempotency-key": "press" });
		const answers = await Promise.all(times(50).map(() => client.post(`/api/share/${shareId}/play`, { songId: songs[0]?.id })));
		expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
		const { body } = await new Client(url, { authorization: `Bearer ${owner.token}` }).get(`/api/share/${shareId}`);
		expect(body).toMatchObject({ data: { share: { playCount: 1 }, content: { playCount: 1 } } });
	});

	test("thirty ends of one link end it once", async () => {
		const { owner, shareId } = await sharePlaylist(url, { songs: 1 });
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const answers = await Promise.all(times(30).map(() => client.delete(`/api/share/${shareId}`)));
		expect([200, 404]).toEqual(expect.arrayContaining(answers.map((answer) => answer.status)));
		expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThan(0);
	});

	test("two sign-ups under one name make one account", async () => {
		for (const round of times(5)) {
			const username = `twin_${crypto.randomUUID().slice(0, 8).replaceAll("-", "")}_${round}`;
			const person = (number: number) => ({ email: `${username}${number}@example.test`, username, password: "correct horse" });
			const answers = await Promise.all(times(4).map((number) => new Client(url).post("/api/auth/signup", person(number))));
			expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
			const same = { email: `${username}_@example.test`, password: "correct horse" };
			const byEmail = await Promise.all(
				times(4).map((number) => new Client(url).post("/api/auth/signup", { ...same, username: `${username}${number}` })),
			);
			expect(byEmail.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
			expect(byEmail.find((answer) => answer.status === 409)?.body).toEqual(
				nativeError("email_taken", "There is an account with this e-mail address already"),
			);
		}
	});

	test("edits of one playlist leave it whole: the songs of one of them, in its order", async () => {
		const owner = await anOwner(url);
		const songs = [await owner.upload(), await owner.upload(), await owner.upload()];
		const playlist = await owner.playlist("Mine", songs);
		const ids = songs.map((song) => song.id);
		const orders = [ids, [...ids].reverse(), ids.slice(1), []];
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const answers = await Promise.all(
			times(20).map((edit) => client.patch(`/api/playlists/${playlist.id}`, { songs: orders[edit % orders.length] })),
		);
		expect([200, 409]).toEqual(expect.arrayContaining(answers.map((answer) => answer.status)));
		const { body } = await client.get<{ data: { songs: { id: string }[] } }>(`/api/playlists/${playlist.id}`);
		expect(orders).toContainEqual(body.data.songs.map((song) => song.id));
	});

	test("a song that is deleted while it is put into playlists is in none of them afterwards", async () => {
		const owner = await anOwner(url);
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		for (const _round of times(5)) {
			const song = await owner.upload();
			const [deleted, ...made] = await Promise.all([
				client.delete(`/api/songs/${song.id}`),
				...times(10).map(() => client.post<{ data: { id: string } }>("/api/playlists", { name: "Race", songs: [song.id] })),
			]);
			expect(deleted.status).toBe(200);
			expect([201, 400]).toEqual(expect.arrayContaining(made.map((answer) => answer.status)));
		}
		const { body } = await client.get<{ data: { name: string; songs: unknown[] }[] }>("/api/playlists");
		expect(body.data.filter((playlist) => playlist.name === "Race" && playlist.songs.length > 0)).toEqual([]);
	});
});
