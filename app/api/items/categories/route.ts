import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { listCategories } from "@/lib/items/categories";
import { kinds } from "@/lib/kinds/registry";

/** GET /api/items/categories: the categories that the caller has used, to be offered again. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner }) => listCategories(world, owner, Object.values(kinds)),
		write: (categories) => ({ body: { categories } }),
	}),
});
