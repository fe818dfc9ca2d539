import { chatChanges, chatChangesWords, chatQuery, toChat } from "@/lib/contracts/chat";
import { ownChat } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { editItem } from "@/lib/items/edit";
import { removeItem } from "@/lib/items/remove";
import { kinds } from "@/lib/kinds/registry";
import { written } from "@/lib/shares/kind";

/** /api/users/:user_id/chats/:chat_id: one of the caller's chats; with `?messages=false` without what it holds. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		search: chatQuery,
		run: async ({ found }) => found,
		write: (chat, { search }) => versioned({ body: { chat: toChat(chat, search) } }, chat),
	}),
	PATCH: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		body: chatChanges,
		search: chatQuery,
		words: chatChangesWords,
		run: ({ world, found, body: { name, model }, request }) => {
			const change = (content: unknown) => (model === undefined ? {} : written(kinds.chat, { ...Object(content), model: model ?? "" }));
			const title = name === undefined ? {} : { title: name };
			return editItem(world, found, (current) => ({ ...title, ...change(current.content) }), wantedVersion(request));
		},
		write: (chat, { search }) => versioned({ body: { chat: toChat(chat, search) } }, chat),
	}),
	DELETE: endpoint({ dialect: "chat", actor: "owner", find: ownChat, run: ({ world, found }) => removeItem(world, found) }),
});
