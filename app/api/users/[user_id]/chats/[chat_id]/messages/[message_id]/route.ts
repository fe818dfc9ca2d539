import { messageChanges, messageChangesWords, toMessage } from "@/lib/contracts/chat";
import { ownChat } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { editContent } from "@/lib/items/edit-content";
import { itemId } from "@/lib/items/item-id";
import { revised, withoutMessage } from "@/lib/kinds/chat/edit";
import { kinds } from "@/lib/kinds/registry";

/** /api/users/:user_id/chats/:chat_id/messages/:message_id: changes, hides or deletes one message. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	PATCH: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		body: messageChanges,
		words: messageChangesWords,
		run: async ({ world, found, params, body }) => {
			const id = itemId(params.message_id);
			const item = await editContent(world, found, kinds.chat, (chat) => revised(chat, id, body));
			return kinds.chat.content.parse(item.content).messages.find((message) => message.id === id);
		},
		write: (message) => ({ body: { message: message && toMessage(message) } }),
	}),
	DELETE: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		run: ({ world, found, params }) => editContent(world, found, kinds.chat, (chat) => withoutMessage(chat, itemId(params.message_id))),
		write: () => ({ status: 204 }),
	}),
});
