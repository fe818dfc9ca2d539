import { expect } from "vitest";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { byToken } from "../support/credentials";
import { anOwner } from "./visitor";

export type Message = { id: number; actor: string; message: string; created_at: string; hidden: boolean };
export type Chat = { id: number; name: string; model: string | null; created_at: string; updated_at: string; messages: Message[] };
export type ChatShare = {
	id: number;
	chat_conversation_id: number;
	uuid: string;
	is_shared: boolean;
	is_protected: boolean;
	hashed_password: null;
	created_at: string;
	updated_at: string;
	mode: string;
	snapshot_at: string | null;
};
export type SharedChat = {
	chatMessages: Omit<Message, "hidden">[];
	chat: { name: string; model: string | null };
	shareInfo: Record<string, boolean>;
};

export const uuid: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** An error in family 001. A 400 says what is wrong in `issues`. */
export const chatError = (statusCode: number, statusMessage: string, data: object = {}) => ({
	statusCode,
	statusMessage,
	message: statusMessage,
	data,
});
export const badBody = "Bad Request. Invalid body({ is_shared?(true), is_protected?(false), hashed_password?(null) }).";
export const facts = (given: Partial<Record<"exists" | "active" | "private" | "password", boolean>> = {}) => ({
	shareExists: given.exists ?? false,
	shareIsActive: given.active ?? false,
	shareIsPrivate: given.private ?? false,
	shareHasPassword: given.password ?? false,
});
export const notThere = chatError(404, "Not Found (share not found)", { shareInfo: facts() });

/** The header that brings a link's password along. */
export const basic = (password: string, name = "") => ({ authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}` });

/** Somebody with chats. */
export class Chatter {
	constructor(
		readonly account: Account,
		readonly client: Client,
	) {}

	static async any(url: string): Promise<Chatter> {
		const account = await anOwner(url);
		return new Chatter(account, await byToken(account));
	}

	static async fresh(url: string): Promise<Chatter> {
		const account = await Account.signUp(url);
		return new Chatter(account, await byToken(account));
	}

	get path(): string {
		return `/api/users/${this.account.user.id}/chats`;
	}

	/** A chat of these messages, one of the user's and one of the assistant's in turn. */
	async chat(messages: string[] = ["Hello", "Hi there"], name = "Small talk"): Promise<Chat> {
		const said = messages.map((message, at) => ({ actor: at % 2 === 0 ? "user" : "assistant", message }));
		return ok<{ chat: Chat }>(await this.client.post(this.path, { name, messages: said }), 201).chat;
	}

	async share(chat: Chat, body: object = {}): Promise<ChatShare> {
		return ok<{ share: ChatShare }>(await this.client.post(`${this.path}/${chat.id}/shares`, body)).share;
	}

	async hide(chat: Chat, message: number, hidden = true): Promise<void> {
		ok(await this.client.patch(`${this.path}/${chat.id}/messages/${message}`, { hidden }));
	}
}

/** The body of an answer that must have this status. */
export function ok<Body>(answer: Heard, status = 200): Body {
	if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${JSON.stringify(answer.body).slice(0, 500)}`);
	return answer.body as Body;
}

/** What anybody gets of a shared chat, or `who` does. */
export function shared(url: string, code: string, headers: Record<string, string> = {}): Promise<Heard<SharedChat>> {
	return new Client(url).elsewhere().get<SharedChat>(`/api/shared/chats/${code}`, headers);
}
