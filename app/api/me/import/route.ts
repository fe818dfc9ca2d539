import { z } from "zod";
import { importAccount } from "@/lib/archive/import-account";
import { uploadEndpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** POST /api/me/import: the things of an account's archive, made on another server or on this one. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: uploadEndpoint({
		dialect: "native",
		limit: { name: "me.import", per: "hour", max: 30 },
		upload: { field: "file", maxBytes: 2 * 1024 * 1024 * 1024, words: z.object({}) },
		run: ({ world, owner, file }) => importAccount(world, owner, file.staged.path),
		write: (imported) => ({ status: 201, body: imported }),
	}),
});
