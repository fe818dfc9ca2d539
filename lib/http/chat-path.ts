import type { Owner } from "@/lib/authority";
import { ownItem } from "@/lib/items/own-item";
import type { Item, Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { primaryLink } from "@/lib/shares/primary-link";

type Asked = { world: World; owner: Owner; params: Readonly<Record<string, string>> };

const absent = "chat_not_found";

/** Refuses the path to somebody else's chats as one that is not there. */
export async function ownPath({ owner, params }: Asked): Promise<void> {
	if (params.user_id !== owner.id) throw new Refused(absent);
}

/** The caller's chat that the path names. Throws `chat_not_found`. */
export async function ownChat(asked: Asked): Promise<Item> {
	await ownPath(asked);
	return ownItem(asked.world, asked.owner, "chat", asked.params.chat_id ?? "", { absent });
}

/** The link of the caller's chat that the path names. Throws `chat_not_found`. */
export async function ownChatLink(asked: Asked): Promise<{ chat: Item; share: Share }> {
	const chat = await ownChat(asked);
	return { chat, share: await primaryLink(asked.world, chat, asked.params.share_id ?? "", absent) };
}
