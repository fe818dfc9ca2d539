import { exportQuery, exportWords } from "@/lib/contracts/chat";
import { ownChat } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { exportResponse } from "@/lib/http/export-response";
import { route } from "@/lib/http/route";
import { exportAs } from "@/lib/kinds/formats";
import { kinds } from "@/lib/kinds/registry";
import { exportOwn } from "@/lib/shares/export";

/** GET /api/users/:user_id/chats/:chat_id/export?format=: one of the caller's chats as a file, with the messages that are hidden from others. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		search: exportQuery,
		words: exportWords,
		run: async ({ world, found, search: { format } }) => {
			const { item, ...source } = exportOwn(world, kinds.chat, found);
			return { title: item.title, ...(await exportAs(item.kind, format, { ...item, ...source, songs: [] })) };
		},
		write: (file) => exportResponse(file),
	}),
});
