import { tokenBody } from "@/lib/accounts/credentials";
import { listTokens, makeToken } from "@/lib/accounts/tokens";
import { toToken } from "@/lib/contracts/account";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** /api/tokens: the caller's bearer tokens. A new one is shown this once. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner }) => listTokens(world, owner),
		write: (tokens) => ({ body: { tokens: tokens.map(toToken) } }),
	}),
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		body: tokenBody,
		run: ({ world, owner, body }) => makeToken(world, owner, body),
		write: ({ id, token, name, expiresAt }) => ({ status: 201, body: { id, token, name, expiresAt: expiresAt?.toISOString() ?? null } }),
	}),
});
