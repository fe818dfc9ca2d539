import { whitelistBody, whitelistWords } from "@/lib/contracts/chat";
import { changeLimit } from "@/lib/contracts/links";
import { ownChatLink } from "@/lib/http/chat-path";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { allow } from "@/lib/shares/allow-entries";

/** /api/users/:user_id/chats/:chat_id/shares/:share_id/whitelist-entries: whom the link is for. Whether an address has an account is not told. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("chat", {
	GET: endpoint({
		dialect: "chat",
		actor: "owner",
		find: ownChatLink,
		run: ({ world, found: { share } }) => world.shares.allowEntries(share.id),
		write: (entries) => ({
			body: { shareWhitelistEntries: entries.map(({ id, email, createdAt }) => ({ id, email, created_at: createdAt.toISOString() })) },
		}),
	}),
	POST: endpoint({
		dialect: "chat",
		actor: "owner",
		limit: changeLimit,
		find: ownChatLink,
		body: whitelistBody,
		words: whitelistWords,
		run: ({ world, owner, found: { share }, body }) => allow(world, owner, share, body.emails),
		write: (entries) => ({
			body: { shareWhitelistEntries: entries.map(({ id, createdAt }) => ({ id, created_at: createdAt.toISOString() })) },
		}),
	}),
});
