import { wav } from "./wav";

export type User = { id: string; email: string; username: string; name: string | null; referralCode: string };
export type Song = { id: string; title: string; artist: string; duration: number | null };
export type Playlist = { id: string; name: string; songs: Song[] };
export type ShareLink = { shareId: string; shareUrl: string };

type Upload = { title?: string; artist?: string; seconds?: number; bytes?: Uint8Array<ArrayBuffer>; name?: string; type?: string };

/** What the API answered where a test needed success. */
export class Unexpected extends Error {}

/** A fresh account and its bearer token: what a test owns and nobody else sees. */
export class Account {
	private constructor(
		readonly url: string,
		readonly user: User,
		readonly password: string,
		readonly token: string,
	) {}

	/** Signs somebody new up under a name of their own. */
	static async signUp(url: string, { name, referralCode }: { name?: string; referralCode?: string } = {}): Promise<Account> {
		const username = `u_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
		const email = `${username}@example.test`;
		const password = `correct horse ${username}`;
		const { user } = await answer<{ user: User }>(post(`${url}/api/auth/signup`, { email, password, username, name, referralCode }), 201);
		const { token } = await answer<{ token: string }>(post(`${url}/api/auth/token`, { email, password }), 200);
		return new Account(url, user, password, token);
	}

	/** The same account at another server of the installation. */
	at(url: string): Account {
		return new Account(url, this.user, this.password, this.token);
	}

	/** A request in this account's name; the path starts at the server's root. */
	fetch(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		headers.set("authorization", `Bearer ${this.token}`);
		return fetch(new URL(path, this.url), { ...init, headers });
	}

	/** A request with a JSON body in this account's name. */
	send(method: string, path: string, body: unknown): Promise<Response> {
		return this.fetch(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
	}

	/** Uploads a song; without `bytes` a WAV that is made for it, with these tags. */
	async upload({ title = "Untitled", artist = "Nobody", seconds = 1, ...file }: Upload = {}): Promise<Song> {
		const bytes = file.bytes ?? wav({ seconds, title, artist });
		const form = new FormData();
		form.set("file", new File([bytes], file.name ?? `${title}.wav`, { type: file.type ?? "audio/wav" }));
		const { data } = await answer<{ data: Song & { sameAs: string | null } }>(
			this.fetch("/api/songs", { method: "POST", body: form }),
			201,
		);
		// Only the answer to an upload says so; everywhere else this is the song.
		const { sameAs: _, ...song } = data;
		return song;
	}

	/** Adds a song that plays from YouTube. */
	async video(youtubeId: string, title: string): Promise<Song> {
		return (await answer<{ data: Song }>(this.send("POST", "/api/songs", { youtubeId, title, artist: "Mira Holt" }), 201)).data;
	}

	/** Makes a playlist of these songs, in this order. */
	async playlist(name: string, songs: Song[]): Promise<Playlist> {
		const body = { name, songs: songs.map((song) => song.id) };
		return (await answer<{ data: Playlist }>(this.send("POST", "/api/playlists", body), 201)).data;
	}

	/** Makes the link of a playlist or song. */
	async share(kind: "playlist" | "song", id: string, body: { contextPlaylistId?: string } = {}): Promise<ShareLink> {
		return (await answer<{ data: ShareLink }>(this.send("POST", `/api/share/${kind}/${id}`, body), 201)).data;
	}
}

function post(url: string, body: unknown): Promise<Response> {
	return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** The JSON of an answer that must have this status; anything else is told with its body. */
async function answer<T>(asked: Promise<Response>, status: number): Promise<T> {
	const response = await asked;
	const text = await response.text();
	if (response.status !== status) throw new Unexpected(`${response.url} answered ${response.status}, not ${status}: ${text.slice(0, 500)}`);
	return JSON.parse(text) as T;
}
