import { importFields, importWords, toChatHead } from "@/lib/contracts/chat";
import { ownPath } from "@/lib/http/chat-path";
import { uploadEndpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { importChats } from "@/lib/items/import-chats";
import { importedChats } from "@/lib/kinds/chat/files/imported";
import { kinds } from "@/lib/kinds/registry";

const maxBytes = 200 * 1024 * 1024;

/** POST /api/users/:user_id/chats/import: chats from ChatGPT's conversations.json, a list of messages in JSON, or Markdown; as a form or as it is. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	POST: uploadEndpoint({
		dialect: "chat",
		limit: { name: "chats.import", per: "minute", max: 30 },
		find: ownPath,
		upload: { field: "file", maxBytes, words: importFields, raw: /^(?:application\/json|text\/(?:plain|markdown|x-markdown))\b/i },
		words: importWords,
		run: ({ world, owner, file, body }) => importChats(world, owner, { kind: kinds.chat, read: importedChats }, file, body),
		write: ({ chats, skipped }) => ({ status: 201, body: { chats: chats.map(toChatHead), skipped } }),
	}),
});
