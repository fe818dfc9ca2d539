import { newChat, newChatWords, toChat, toChatHead } from "@/lib/contracts/chat";
import { ownPath } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { chatOf } from "@/lib/kinds/chat/kind";
import { kinds } from "@/lib/kinds/registry";
import { written } from "@/lib/shares/kind";

/** /api/users/:user_id/chats: the caller's chats, newest first, without their messages; one more. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownPath,
		run: ({ world, owner }) => world.items.heads({ ownerId: owner.id, kinds: ["chat"] }),
		write: (chats) => ({ body: { chats: chats.map(toChatHead) } }),
	}),
	POST: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownPath,
		body: newChat,
		words: newChatWords,
		run: ({ world, owner, body: { name, model, messages } }) => {
			const content = chatOf(model ?? "", messages, world.clock.now().toISOString());
			return world.items.create({ ownerId: owner.id, kind: "chat", title: name, description: "", ...written(kinds.chat, content) });
		},
		write: (chat) => ({ status: 201, body: { chat: toChat(chat) } }),
	}),
});
