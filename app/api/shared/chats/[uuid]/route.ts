import { sharedChatWords, toSharedChat, uuid, withShareInfo } from "@/lib/contracts/chat";
import { readPassword } from "@/lib/http/actor";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { badField } from "@/lib/refused";
import { factsOf, readByPassword } from "@/lib/shares/read-by-password";

/** GET /api/shared/chats/:uuid: what a link shows of a chat, to whoever brings what it asks for. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({
		dialect: "chat",
		actor: "visitor",
		find: async ({ params }) => {
			const code = uuid.safeParse(params.uuid);
			if (!code.success) throw badField("uuid", "Not a UUID");
			return code.data;
		},
		words: sharedChatWords,
		run: ({ world, found: code, visitor, request }) =>
			withShareInfo(world, code, readByPassword(world, kinds.chat, code, visitor, readPassword(request.headers))),
		write: (read) => ({ body: toSharedChat(read, factsOf(read.share)) }),
	}),
});
