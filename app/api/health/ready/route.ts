import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** GET /api/health/ready: every driver answers; 503 names the one that does not. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "health", per: "minute", max: 6_000 },
		run: ({ world }) => world.check(),
		write: ({ ready, drivers }) => ({ status: ready ? 200 : 503, body: { status: ready ? "ok" : "unavailable", drivers } }),
	}),
});
