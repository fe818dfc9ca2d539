import { createHash } from "node:crypto";
import { z } from "zod";
import { email } from "@/lib/accounts/credentials";
import { kinds } from "@/lib/kinds/registry";
import type { Item, ItemHead, Share, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { asksPassword } from "@/lib/shares/decide";
import type { LinkSettings } from "@/lib/shares/primary-link";
import { type LinkFacts, linkFacts } from "@/lib/shares/read-by-password";
import type { ReadItem } from "@/lib/shares/read-item";
import { line } from "@/lib/text";

const { content } = kinds.chat;
type Chat = z.output<typeof content>;
type Message = Chat["messages"][number];
const message = content.shape.messages.unwrap().element.shape;

/** What a 400 is called in family 001, with the shape that was wanted. */
const invalid = (what: "body" | "params", shape: string) => {
	const words = `Bad Request. Invalid ${what}(${shape}).`;
	return { bad_input: words, bad_json: words };
};

const name = line({ min: 1, max: 200 });
const model = line({ max: 100 }).nullish();
const said = z.object({ actor: message.actor, message: message.message });
export const newChat = z.object({ name, model, messages: z.array(said).max(20_000, "At most 20000 messages").default([]) });
export const newChatWords = invalid("body", "{ name(string), model?(null), messages?([{ actor, message }]) }");
export const chatChanges = z.object({ name: name.optional(), model });
export const chatChangesWords = invalid("body", "{ name?(string), model?(string) }");
export const chatQuery = z.object({ messages: z.stringbool().default(true) });
export const newMessage = said;
export const newMessageWords = invalid("body", "{ actor(user|assistant|system), message(string) }");
export const messageChanges = z.object({ message: message.message.optional(), hidden: z.boolean().optional() });
export const messageChangesWords = invalid("body", "{ message?(string), hidden?(boolean) }");
export const exportQuery = z.object({ format: z.enum(["md", "json"], "One of md, json") });
export const exportWords = invalid("params", "{ format(md|json) }");
export const importFields = z.object({ branches: z.stringbool().default(false) });
export const importWords = invalid("body", "{ file, branches?(false) }");

/** The secret is taken as it is sent, and an empty one is none; `hashed_password` is what the family calls it. */
export const shareBody = z.object({
	is_shared: z.boolean().optional(),
	is_protected: z.boolean().optional(),
	hashed_password: z.string().max(200, "At most 200 characters").nullish(),
	mode: z.enum(["live", "snapshot"]).optional(),
});
export const shareWords = invalid("body", "{ is_shared?(true), is_protected?(false), hashed_password?(null) }");
const emails = z.array(email).min(1, "At least 1 address").max(10, "At most 10 addresses");
/** The addresses alone, or under their name. */
export const whitelistBody = z.preprocess((body) => (Array.isArray(body) ? { emails: body } : body), z.object({ emails }));
export const whitelistWords = invalid("body", "{ emails([string]) }");
export const sharedChatWords = { bad_input: "Bad Request" };
/** The path of a shared chat. */
export const uuid = z.guid("Not a UUID").toLowerCase();

/** Does what sets a link, and has faults named as the family names its fields. */
export async function inOurNames<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		const { fields } = isRefused(error) ? error.fields : {};
		if (!fields || !("password" in Object(fields))) throw error;
		throw new Refused("bad_input", { fields: { hashed_password: Object(fields).password } });
	}
}

export function toSettings({ is_shared, is_protected, hashed_password, mode }: z.output<typeof shareBody>): LinkSettings {
	return {
		...(is_shared === undefined ? {} : { isActive: is_shared }),
		...(is_protected === undefined ? {} : { isProtected: is_protected }),
		...(hashed_password === undefined ? {} : { password: hashed_password || null }),
		...(mode === undefined ? {} : { isSnapshot: mode === "snapshot" }),
	};
}

/** The chat itself, without what it holds: lists are read without contents, and know the model from the note. */
export function toChatHead({ id, title, note, createdAt, updatedAt }: ItemHead) {
	const model = /^[\d,]+ messages? · (.+)$/s.exec(note)?.[1] ?? null;
	return { id, name: title, model, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}

/**
 * The version of a chat as it is answered: whoever looks at it without its messages need not hear that there are more of them, and may rename it while somebody
 * writes.
 */
export function chatVersion(item: ItemHead, { messages }: { messages: boolean }): { version: number } {
	if (messages) return item;
	const { name, model } = toChatHead(item);
	const hash = createHash("sha256")
		.update(JSON.stringify([name, model]))
		.digest();
	return { version: (hash.readUInt32BE() >>> 1) + 1 };
}

/** A chat as its owner sees it. */
export function toChat(item: Item, { messages: withMessages = true } = {}) {
	const { model, messages } = content.parse(item.content);
	return { ...toChatHead(item), model: model || null, ...(withMessages ? { messages: messages.map(toMessage) } : {}) };
}

export function toMessage({ id, actor, message, created_at, hidden }: Message) {
	return { id, actor, message, created_at, hidden };
}

/** A chat's link as its owner sees it. The secret is never told, not even hashed. */
export function toChatShare({ id, itemId, code, policy, createdAt, updatedAt, snapshotAt }: Share) {
	return {
		id,
		chat_conversation_id: itemId,
		uuid: code,
		is_shared: policy.isActive,
		is_protected: asksPassword(policy),
		hashed_password: null,
		created_at: createdAt.toISOString(),
		updated_at: updatedAt.toISOString(),
		mode: snapshotAt ? ("snapshot" as const) : ("live" as const),
		snapshot_at: snapshotAt?.toISOString() ?? null,
	};
}

/** What a visitor gets to see of a shared chat. */
export function toSharedChat({ item, content: shown }: ReadItem<ReturnType<typeof kinds.chat.publish>>, facts: LinkFacts) {
	return { chatMessages: shown.messages, chat: { name: item.title, model: shown.model || null }, shareInfo: toShareInfo(facts) };
}

/** Has a refusal of this link carry what may be known of it. */
export async function withShareInfo<T>(world: World, code: string, work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		if (!isRefused(error)) throw error;
		const shareInfo = toShareInfo(await linkFacts(world, kinds.chat, code));
		throw new Refused(error.code, { ...error.fields, shareInfo }, error.headers);
	}
}

function toShareInfo({ exists, isActive, isPrivate, hasPassword }: LinkFacts) {
	return { shareExists: exists, shareIsActive: isActive, shareIsPrivate: isPrivate, shareHasPassword: hasPassword };
}
