import { success, toMyShare } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { heardKinds } from "@/lib/shares/admit";

/** GET /api/share/my/shares: the caller's primary links that are not ended, newest first. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner }) => withFirst(world, await world.shares.listPrimary({ ownerId: owner.id, kinds: heardKinds })),
		write: (shares, { world }) => success(shares.map((share) => toMyShare(world.origin, share))),
	}),
});
