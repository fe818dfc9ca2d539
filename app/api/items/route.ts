import { itemQuery, newItemBody, toItem } from "@/lib/contracts/items";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { createBlank } from "@/lib/items/blank";
import { listItems } from "@/lib/items/list-items";
import { withFirst } from "@/lib/items/members";
import { kinds } from "@/lib/kinds/registry";
import { kindNames } from "@/lib/shares/kind";

/** /api/items: everything the caller has, whatever its kind, a page at a time; one more without anything in it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		search: itemQuery,
		run: async ({ world, owner, search: { kind, ...filter } }) => {
			const { items, next } = await listItems(world, owner, { ...filter, kinds: kind ? [kind] : kindNames });
			return { items: await withFirst(world, items), next };
		},
		write: ({ items, next }) => ({ body: { items: items.map(toItem), nextCursor: next } }),
	}),
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		body: newItemBody,
		run: ({ world, owner, body: { kind, title } }) => createBlank(world, owner, kinds[kind], title),
		write: (item) => ({ status: 201, body: { item: toItem({ item, shares: 0 }) } }),
	}),
});
