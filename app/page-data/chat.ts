import { chatVersion, toChat, toChatShare } from "@/lib/contracts/chat";
import { ownItem } from "@/lib/items/own-item";
import type { EditedChat } from "@/lib/kinds/chat/editor";
import { partsOf } from "@/lib/kinds/chat/parts";
import { kinds } from "@/lib/kinds/registry";
import { platform } from "@/lib/platform";
import { forOwner } from "./viewer";

/** One of the account's chats, and the path of all of them in the API; or null. A long one comes without its messages: its editor fetches them. */
export function chat(id: string): Promise<{ chat: EditedChat; path: string } | null> {
	return forOwner(null, async (owner) => {
		const world = platform();
		const item = await ownItem(world, owner, "chat", id, { absent: "chat_not_found" });
		const share = await world.shares.primary(item.id);
		const { messages } = kinds.chat.content.parse(item.content);
		const { name, model } = toChat(item, { messages: false });
		const link = share && toChatShare(share);
		return {
			chat: {
				id: String(item.id),
				name,
				model,
				...chatVersion(item, { messages: false }),
				messages: partsOf(messages).length === 1 ? messages : null,
				link: link && { id: link.id, is_shared: link.is_shared, mode: link.mode, snapshot_at: link.snapshot_at },
			},
			path: `/api/users/${owner.id}/chats`,
		};
	});
}
