import { newMessage, newMessageWords, toMessage } from "@/lib/contracts/chat";
import { ownChat } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { versioned } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { editContent } from "@/lib/items/edit-content";
import { withMessage } from "@/lib/kinds/chat/edit";
import { kinds } from "@/lib/kinds/registry";

/** POST /api/users/:user_id/chats/:chat_id/messages: one more message at the end; none of many at once is lost. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	POST: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		body: newMessage,
		words: newMessageWords,
		run: async ({ world, found, body }) => {
			let made: Parameters<typeof toMessage>[0] | undefined;
			const item = await editContent(world, found, kinds.chat, (chat) => {
				const next = withMessage(chat, body, world.clock.now().toISOString());
				made = next.made;
				return next.chat;
			});
			return { item, made };
		},
		write: ({ item, made }) => versioned({ status: 201, body: { message: made && toMessage(made) } }, item),
	}),
});
