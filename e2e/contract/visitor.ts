import { Account, type Playlist, type Song } from "../support/account";
import { Client, type Heard } from "../support/client";

export type Session = { sessionId: string; playCount: number; canPlayMore: boolean; hasReachedLimit: boolean };
export type Played = Omit<Session, "sessionId"> & { remainingPlays: number | null; streamUrl: string };
export type Data<T> = { success: true; data: T };

/** An anonymous visitor of one link, with a session of her own. */
export class Visitor {
	private constructor(
		readonly client: Client,
		readonly shareId: string,
		readonly sessionId: string,
	) {}

	static async begin(url: string, shareId: string, client = new Client(url)): Promise<Visitor> {
		const { status, body } = await client.post<Data<Session>>(`/api/share/${shareId}/session`);
		if (status !== 201) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
		return new Visitor(client, shareId, body.data.sessionId);
	}

	/** The visitor of a session that is there already. */
	static of(client: Client, shareId: string, sessionId: string): Visitor {
		return new Visitor(client, shareId, sessionId);
	}

	/** The same visitor at another server of the installation. */
	at(url: string): Visitor {
		return new Visitor(new Client(url, this.client.headers), this.shareId, this.sessionId);
	}

	play(songId: string, headers?: Record<string, string>): Promise<Heard<Data<Played>>> {
		return this.client.post(`/api/share/${this.shareId}/play`, { sessionId: this.sessionId, songId }, headers);
	}

	/** Plays a song that must be granted and answers where it streams. */
	async granted(songId: string): Promise<string> {
		const { status, body } = await this.play(songId);
		if (status !== 200) throw new Error(`not granted: ${status} ${JSON.stringify(body)}`);
		return body.data.streamUrl;
	}

	status(): Promise<Heard> {
		return this.client.get(`/api/share/${this.shareId}/session/${this.sessionId}`);
	}
}

export type SharedPlaylist = { owner: Account; songs: Song[]; playlist: Playlist; shareId: string };

const owners = new Map<string, Promise<Account>>();

/** An account for what needs one and does not ask whose it is: the same for all of a file's tests, because passwords cost time. */
export function anOwner(url: string): Promise<Account> {
	const owner = owners.get(url) ?? Account.signUp(url);
	owners.set(url, owner);
	return owner;
}

/** A playlist of this many songs that no other test has, and its link. */
export async function sharePlaylist(
	url: string,
	{ songs: count = 5, ...options }: { songs?: number; owner?: Account } = {},
): Promise<SharedPlaylist> {
	const owner = options.owner ?? (await anOwner(url));
	const songs: Song[] = [];
	for (let place = 1; place <= count; place++)
		songs.push(await owner.upload({ title: `Song ${place}`, artist: "Mira Holt", seconds: 0.1 }));
	const playlist = await owner.playlist("Night drive", songs);
	const { shareId } = await owner.share("playlist", playlist.id);
	return { owner, songs, playlist, shareId };
}

/** The song at this place, from 1; a missing one is a mistake in the test. */
export function songAt(songs: Song[], place: number): string {
	const song = songs[place - 1];
	if (!song) throw new Error(`there is no song ${place}`);
	return song.id;
}
