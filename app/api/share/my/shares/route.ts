import { success, toMyShare } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** GET /api/share/my/shares: the caller's primary links that are not ended, newest first. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: ({ world, owner }) => world.shares.listPrimary(owner.id),
		write: (shares, { world }) => success(shares.map((share) => toMyShare(world.origin, share))),
	}),
});
