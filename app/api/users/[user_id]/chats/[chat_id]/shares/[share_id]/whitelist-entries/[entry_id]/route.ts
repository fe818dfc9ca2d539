import { changeLimit } from "@/lib/contracts/links";
import { ownChatLink } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { disallow } from "@/lib/shares/allow-entries";

/** DELETE …/whitelist-entries/:entry_id: the link is no longer for that address. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	DELETE: endpoint({
		dialect: "chat",
		actor: "owner",
		limit: changeLimit,
		find: ownChatLink,
		run: ({ world, owner, found: { share }, params }) => disallow(world, owner, share, params.entry_id ?? "", "chat_not_found"),
	}),
});
