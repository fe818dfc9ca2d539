import { listReferrals } from "@/lib/accounts/referrals";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** GET /api/me/referrals: who signed up through the caller's links. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner }) => listReferrals(world, owner),
		write: (referrals) => ({ body: referrals }),
	}),
});
