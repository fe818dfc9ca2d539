import { toItem } from "@/lib/contracts/items";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { firstOf } from "@/lib/items/members";
import { anyOwnItem } from "@/lib/items/own-item";
import { removeItem } from "@/lib/items/remove";
import { linksOf } from "@/lib/shares/add-link";

/** /api/items/:id: one of the caller's items, of whatever kind. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => {
			const item = await anyOwnItem(world, owner, params.id ?? "");
			return firstOf(world, { item, shares: (await linksOf(world, owner, item)).length });
		},
		write: (item) => ({ body: { item: toItem(item) } }),
	}),
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => removeItem(world, await anyOwnItem(world, owner, params.id ?? "")),
	}),
});
