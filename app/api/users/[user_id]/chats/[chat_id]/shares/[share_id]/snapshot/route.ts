import { toChatShare } from "@/lib/contracts/chat";
import { changeLimit } from "@/lib/contracts/links";
import { ownChatLink } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { freezeLink } from "@/lib/shares/snapshots";

/** POST …/shares/:share_id/snapshot: the link shows the chat as it is now, under the same address. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	POST: endpoint({
		dialect: "chat",
		actor: "owner",
		limit: changeLimit,
		find: ownChatLink,
		run: ({ world, owner, found: { share } }) => freezeLink(world, owner, String(share.id), () => kinds.chat),
		write: (share) => ({ body: { share: toChatShare(share) } }),
	}),
});
