import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";

const content = z.object({ isPublic: z.boolean().default(false) });

export const playlist = defineKind({
	name: "playlist",
	content,
	published: content.pick({ isPublic: true }),
	code: "hex16",
	page: (code) => `/share/${code}`,
	policy: { playLimit: 3 },
	describe: ({ description }) => description,
});
