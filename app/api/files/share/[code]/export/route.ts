import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { exportLimit, exportResponse } from "@/lib/http/export-response";
import { route } from "@/lib/http/route";
import { exportAs } from "@/lib/kinds/formats";
import { kindNamed } from "@/lib/kinds/registry";
import { exportShare } from "@/lib/shares/export";

/** GET /api/files/share/:code/export?format=: what a link shows as a file, where the link allows it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: exportLimit,
		search: z.object({ format: z.string().max(20).optional() }),
		run: async ({ world, params, visitor, search }) => {
			const { kind, item, ...source } = await exportShare(world, kindNamed, params.code ?? "", visitor);
			return { title: item.title, ...(await exportAs(kind.name, search.format ?? null, { ...item, ...source })) };
		},
		write: (file) => exportResponse(file),
	}),
});
