import { inOurNames, shareBody, shareWords, toChatShare, toSettings } from "@/lib/contracts/chat";
import { changeLimit } from "@/lib/contracts/links";
import { ownChatLink } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { setLink } from "@/lib/shares/primary-link";
import { unshareItem } from "@/lib/shares/turn";

/** /api/users/:user_id/chats/:chat_id/shares/:share_id: sets the chat's link, or turns it off; its address is kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	PATCH: endpoint({
		dialect: "chat",
		actor: "owner",
		limit: changeLimit,
		find: ownChatLink,
		body: shareBody,
		words: shareWords,
		run: ({ world, owner, found, body }) => inOurNames(setLink(world, owner, found.share, kinds.chat, toSettings(body))),
		write: (share) => ({ body: { share: toChatShare(share) } }),
	}),
	DELETE: endpoint({
		dialect: "chat",
		actor: "owner",
		limit: changeLimit,
		find: ownChatLink,
		run: ({ world, owner, found }) => unshareItem(world, owner, found.chat),
	}),
});
