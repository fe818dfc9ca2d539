import { openBody } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { handProof } from "@/lib/http/proof-cookie";
import { route } from "@/lib/http/route";
import { openShare } from "@/lib/shares/open";

/** POST /api/open/:code: what a page sends once when it is shown; counts a view, and spends an opening where they are limited. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "open", per: "minute", max: 120 },
		body: openBody,
		run: ({ world, params, visitor, body }) => openShare(world, params.code ?? "", visitor, body.referrer ?? null),
		write: (opened, { world }) => ({ status: 204, headers: handProof(world, "opened", opened) }),
	}),
});
