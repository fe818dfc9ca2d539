import { success, toSharedContent } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { endShare } from "@/lib/shares/end";
import { readShare } from "@/lib/shares/read";

/** /api/share/:shareId: what a link shows (a view), and ending it for good. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "visitor",
		words: { share_not_found: "Share link not found or has expired" },
		run: ({ world, params, visitor, request }) => {
			const counts = request.method === "GET" && { referrer: request.headers.get("referer") };
			return readShare(world, params.shareId ?? "", visitor, { counts });
		},
		write: (shared) => success(toSharedContent(shared)),
	}),
	DELETE: endpoint({
		dialect: "share",
		actor: "owner",
		run: ({ world, params, owner }) => endShare(world, owner, params.shareId ?? ""),
		write: () => ({ body: { success: true, message: "Share link deactivated successfully" } }),
	}),
});
