import { endSessions } from "@/lib/accounts/sessions";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** DELETE /api/me/sessions: signs out everywhere. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	DELETE: endpoint({ dialect: "native", actor: "owner", run: ({ world, owner }) => endSessions(world, owner) }),
});
