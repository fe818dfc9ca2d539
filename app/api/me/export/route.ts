import { exportAccount } from "@/lib/archive/export-account";
import { privateHeaders } from "@/lib/http/answer";
import { attachment } from "@/lib/http/attachment";
import { endpoint } from "@/lib/http/endpoint";
import { readable } from "@/lib/http/file-response";
import { route } from "@/lib/http/route";

/** GET /api/me/export: everything of the caller's in open formats, with its files, as one ZIP. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		limit: { name: "me.export", per: "hour", max: 30 },
		patience: 60_000,
		run: async ({ world, owner, request }) => {
			const zip = await exportAccount(world, owner);
			// Whoever leaves has no use for the rest of it.
			request.signal.addEventListener("abort", () => zip.destroy(), { once: true });
			zip.on("error", () => {});
			const day = world.clock.now().toISOString().slice(0, 10);
			const name = attachment(`passalong-${owner.user.username}-${day}.zip`);
			return new Response(request.method === "HEAD" ? null : readable(zip), {
				headers: { ...privateHeaders, "Content-Type": "application/zip", "Content-Disposition": name },
			});
		},
		write: (response) => response,
	}),
});
