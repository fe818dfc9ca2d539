import { Visitor } from "../contract/visitor";
import { Client } from "../support/client";
import type { Link } from "./scene";

/** What a load asked for and what it was told; `granted` has the songs of each visit that were granted by an answer. */
export type Told = {
	opens: Sent;
	sessions: Sent;
	plays: Sent;
	granted: Map<string, Set<string>>;
	statuses: Map<number, number>;
	longest: number;
};
type Sent = { sent: number; answered: number };

const callers = 12;

/** Visitors who open the link, begin a session and play its songs until the limit ends them, again and again at all of these servers. */
export class Load {
	private isOver = false;
	private readonly told: Told = {
		opens: { sent: 0, answered: 0 },
		sessions: { sent: 0, answered: 0 },
		plays: { sent: 0, answered: 0 },
		granted: new Map(),
		statuses: new Map(),
		longest: 0,
	};
	private readonly running: Promise<unknown>;

	constructor(
		private readonly urls: string[],
		private readonly link: Link,
	) {
		this.running = Promise.all(Array.from({ length: callers }, (_, at) => this.call(at)));
	}

	/** Answered plays so far. */
	get plays(): number {
		return this.told.plays.answered;
	}

	/** Lets what is under way end, and answers what was told. */
	async end(): Promise<Told> {
		this.isOver = true;
		await this.running;
		return this.told;
	}

	private async call(first: number): Promise<void> {
		for (let at = first; !this.isOver; at++) {
			const url = this.urls[at % this.urls.length] ?? "";
			const next = this.urls[(at + 1) % this.urls.length] ?? "";
			const client = new Client(url).elsewhere();
			const { shareId, songs } = this.link;
			await this.ask(this.told.opens, () => client.post(`/api/open/${shareId}`));
			let visitor: Visitor | undefined;
			await this.ask(this.told.sessions, async () => {
				const answer = await client.post<{ data: { sessionId: string } }>(`/api/share/${shareId}/session`);
				if (answer.status === 201) visitor = Visitor.of(client, shareId, answer.body.data.sessionId);
				return answer;
			});
			if (!visitor) continue;
			const begun = visitor;
			// All of them at once and from both servers: what a limit is there for.
			await Promise.all(
				songs.map(({ id }, place) =>
					this.ask(this.told.plays, async () => {
						const answer = await begun.at(place % 2 === 0 ? url : next).play(id);
						if (answer.status === 200)
							this.told.granted.set(begun.sessionId, (this.told.granted.get(begun.sessionId) ?? new Set()).add(id));
						return answer;
					}),
				),
			);
		}
	}

	/** Nobody answers while a server is dead: that is what the load is for. An answer of success counts. */
	private async ask(sent: Sent, request: () => Promise<{ status: number }>): Promise<void> {
		const { statuses } = this.told;
		const begun = performance.now();
		sent.sent += 1;
		const { status } = await request().catch(() => ({ status: 0 }));
		this.told.longest = Math.max(this.told.longest, performance.now() - begun);
		statuses.set(status, (statuses.get(status) ?? 0) + 1);
		if (status >= 200 && status < 300) sent.answered += 1;
	}
}
