import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { restoreItem } from "@/lib/items/remove";

/** POST /api/items/:id/restore: takes back that the caller deleted it, for a day. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => {
			await restoreItem(world, owner, params.id ?? "");
		},
	}),
});
