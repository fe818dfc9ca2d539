import { unlockBody } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { handProof } from "@/lib/http/proof-cookie";
import { route } from "@/lib/http/route";
import { unlockShare } from "@/lib/shares/unlock";

/** POST /api/unlock/:code: lets a visitor in who knows the link's password. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "unlock", per: "minute", max: 60 },
		body: unlockBody,
		run: ({ world, params, visitor, body }) => unlockShare(world, params.code ?? "", visitor, body.password),
		write: (unlocked, { world }) => ({ status: 204, headers: handProof(world, "unlocked", unlocked) }),
	}),
});
