import type { KindName } from "@/lib/shares/kind";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { cookiesOf } from "../support/credentials";
import { oneOfEach } from "../support/one-of-each";
import { Visitor } from "./visitor";

/** What no refusal may show: it stands in every title and name of what these links lead to. */
export const sentinel = "Zyzzyva";
/** What no visitor may be shown at all: it stands in whatever only the owner sees. */
export const secret = "Quixotry";

type Policy = Record<string, unknown>;
type LinkBody = { share: { id: string; code: string; version: number } };

/** One more link to an item, as its owner deals with it. */
export class OwnLink {
	constructor(
		readonly owner: Account,
		readonly id: string,
		/** As it was made: a rotation does not change it here. */
		readonly code: string,
	) {}

	static async of(owner: Account, itemId: string, policy: Policy = {}): Promise<OwnLink> {
		const answer = await owner.send("POST", `/api/items/${itemId}/shares`, { policy, label: secret });
		if (answer.status !== 201) throw new Error(`no link: ${answer.status} ${await answer.text()}`);
		const { share } = (await answer.json()) as LinkBody;
		return new OwnLink(owner, share.id, share.code);
	}

	async change(body: { policy?: Policy; isActive?: boolean; label?: string }): Promise<void> {
		await this.ask("PATCH", "", body);
	}

	async ask(method: string, path: string, body?: unknown): Promise<unknown> {
		const answer = await this.owner.send(method, `/api/shares/${this.id}${path}`, body);
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
		return answer.status === 204 ? null : answer.json();
	}
}

/** Something of each kind and its owner; `songId` is a song of it that streams, where it has one. */
export type Shared = { owner: Account; kind: KindName; itemId: string; songId: string };

export async function shared(url: string, kind: KindName): Promise<Shared> {
	const owner = await Account.signUp(url, { name: sentinel });
	return { owner, kind, ...(await oneOfEach[kind](owner, { shown: sentinel, hidden: secret })) };
}

/** Cookies that this answer hands out, beside those that a caller has. */
export function withCookies(client: Client, ...answers: Parameters<typeof cookiesOf>[0][]): Client {
	const all = [client.headers.cookie, ...answers.map(cookiesOf)].filter(Boolean);
	return new Client(client.url, all.length > 0 ? { ...client.headers, cookie: all.join("; ") } : client.headers);
}

/** A visit that began, and was granted the song, while the link was open to anybody. */
export async function visitOf(url: string, code: string, songId: string): Promise<{ sessionId: string; stream: string }> {
	const visitor = await Visitor.begin(url, code);
	return { sessionId: visitor.sessionId, stream: await visitor.granted(songId) };
}
