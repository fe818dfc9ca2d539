import { inOurNames, shareBody, shareWords, toChatShare, toSettings } from "@/lib/contracts/chat";
import { changeLimit } from "@/lib/contracts/links";
import { ownChat } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { setPrimaryLink } from "@/lib/shares/primary-link";

/** /api/users/:user_id/chats/:chat_id/shares: the chat's link; made, or set, under the same address each time. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChat,
		run: ({ world, found }) => world.shares.primary(found.id),
		write: (share) => ({ body: { share: share && toChatShare(share) } }),
	}),
	POST: endpoint({
		dialect: "chat",
		actor: "owner",
		limit: changeLimit,
		find: ownChat,
		body: shareBody,
		words: shareWords,
		run: ({ world, owner, found, body }) => inOurNames(setPrimaryLink(world, owner, found, kinds.chat, toSettings(body))),
		write: (share) => ({ body: { share: toChatShare(share) } }),
	}),
});
