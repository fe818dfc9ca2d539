import { itemQuery, itemWords, toItem } from "@/lib/contracts/items";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { listItems } from "@/lib/items/list-items";
import { withFirst } from "@/lib/items/members";
import { kindNames } from "@/lib/shares/kind";

/** GET /api/items: everything the caller has, whatever its kind, a page at a time. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		search: itemQuery,
		run: async ({ world, owner, search: { kind, ...filter } }) => {
			const { items, next } = await listItems(world, owner, { ...filter, kinds: kind ? [kind] : kindNames }, itemWords);
			return { items: await withFirst(world, items), next };
		},
		write: ({ items, next }) => ({ body: { items: items.map(toItem), nextCursor: next } }),
	}),
});
