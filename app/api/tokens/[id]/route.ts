import { revokeToken } from "@/lib/accounts/tokens";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** DELETE /api/tokens/:id: revokes one of the caller's tokens, at once. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner, params }) => revokeToken(world, owner, params.id ?? ""),
	}),
});
