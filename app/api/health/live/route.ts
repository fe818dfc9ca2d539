import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** GET /api/health/live: the process answers. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "health", per: "minute", max: 6_000 },
		run: async () => undefined,
		write: () => ({ body: { status: "ok" } }),
	}),
});
