import { credentialsBody } from "@/lib/accounts/credentials";
import { signIn } from "@/lib/accounts/sign-in";
import { issueToken } from "@/lib/accounts/tokens";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** POST /api/auth/token: a bearer token for e-mail address and password. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "visitor",
		body: credentialsBody,
		run: async ({ world, body, visitor }) => issueToken(world, await signIn(world, body, visitor.address)),
		write: ({ token, expiresAt }) => ({ body: { token, tokenType: "Bearer", expiresAt: expiresAt.toISOString() } }),
	}),
});
