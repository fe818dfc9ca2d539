import { chatChanges, chatChangesWords, chatQuery, chatVersion, toChat } from "@/lib/contracts/chat";
import { ownChat } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { editItem } from "@/lib/items/edit";
import { removeItem } from "@/lib/items/remove";
import { kinds } from "@/lib/kinds/registry";
import { Refused } from "@/lib/refused";
import { written } from "@/lib/shares/kind";

type Chat = Parameters<typeof toChat>[0];
const toAnswer = (chat: Chat, { search }: { search: { messages: boolean } }) =>
	versioned({ body: { chat: toChat(chat, search) } }, chatVersion(chat, search));

/** /api/users/:user_id/chats/:chat_id: one of the caller's chats; with `?messages=false` without what it holds. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({ dialect: "chat", actor: "owner", find: ownChat, search: chatQuery, run: async ({ found }) => found, write: toAnswer }),
	PATCH: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		body: chatChanges,
		search: chatQuery,
		words: chatChangesWords,
		run: ({ world, found, body: { name: title, model }, search, request }) => {
			const wanted = wantedVersion(request);
			const change = (current: Chat) => {
				if (wanted !== undefined && wanted !== chatVersion(current, search).version) throw new Refused("precondition_failed");
				const content = model === undefined ? {} : written(kinds.chat, { ...Object(current.content), model: model ?? "" });
				return { ...(title === undefined ? {} : { title }), ...content };
			};
			return editItem(world, found, change, undefined, 50);
		},
		write: toAnswer,
	}),
	DELETE: endpoint({ dialect: "chat", actor: "owner", find: ownChat, run: ({ world, found }) => removeItem(world, found) }),
});
