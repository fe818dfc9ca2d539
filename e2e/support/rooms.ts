import { expect } from "vitest";
import type { Heard as HeardEvent, Result, SessionData } from "@/lib/live/events";
import { Client, type Heard } from "./client";
import { connect, type Line, type Talk } from "./sockets";

export type Joined = HeardEvent<"joined-session">;
/** Somebody in a room: their line, and who they are there. */
export type Player = Joined & { line: Line };

export const films = [
	{ title: "Safety Last!", year: 1923, runtime: 73, genres: ["Comedy", "Romance"], director: "Fred C. Newmeyer" },
	{ title: "Metropolis", year: 1927 },
	{ title: "M", year: 1931 },
];

/** A room, and whoever may act in it. */
export class RoomScene {
	private constructor(
		readonly client: Client,
		readonly code: string,
		readonly hostToken: string,
	) {}

	/** A fresh room. */
	static async begin(url: string, body: object = { hostName: "Ada" }): Promise<RoomScene> {
		const client = new Client(url).elsewhere();
		const made = await client.post<{ sessionID: string; hostToken: string }>("/api/session/create", body);
		expect(made.status).toBe(201);
		return new RoomScene(client, made.body.sessionID, made.body.hostToken);
	}

	/** The same room, asked at another server. */
	at(url: string): RoomScene {
		return new RoomScene(new Client(url).elsewhere(), this.code, this.hostToken);
	}

	/** Joins on a line of its own, as everybody at an address of their own. */
	async join(given: object = {}): Promise<Player> {
		const address = new Client("").elsewhere().headers["x-forwarded-for"] ?? "";
		const line = await connect(this.client.url, { headers: { "x-forwarded-for": address } });
		return this.joinOn(line, given);
	}

	async joinOn<By extends Talk>(line: By, given: object = {}): Promise<Joined & { line: By }> {
		const answer = await line.say("join-session", { sessionID: this.code, ...given });
		expect(answer).toMatchObject({ ok: true, sessionID: this.code });
		return { line, ...(await line.next("joined-session")) };
	}

	host(): Promise<Player> {
		return this.join({ hostToken: this.hostToken });
	}

	/** A call that names the room. */
	post<Body = unknown>(path: string, body: object, method = "POST"): Promise<Heard<Body>> {
		return this.client.send<Body>(method, path, { sessionID: this.code, ...body });
	}

	async ballot(movies: object[] = films): Promise<void> {
		expect((await this.post("/api/session/movies", { hostToken: this.hostToken, movies })).status).toBe(200);
	}

	/** Puts films to the vote. */
	async start(mode: "classic" | "tournament" = "classic", movies: object[] = films): Promise<void> {
		await this.ballot(movies);
		expect((await this.post("/api/start-game", { hostToken: this.hostToken, mode })).status).toBe(200);
	}

	vote({ participantToken }: Pick<Player, "participantToken">, movieId: string, score: unknown) {
		return this.post<{ message: string; results: Result[] }>("/api/score", { participantToken, movieId, score });
	}

	/** The room as it is now. */
	async data(): Promise<SessionData> {
		const { body } = await this.client.post<{ sessionData: SessionData }>("/api/session/join", { sessionID: this.code });
		return body.sessionData;
	}
}
