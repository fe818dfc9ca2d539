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
	blank: "Untitled playlist",
	describe: ({ description }) => description,
	tell({ description }, members) {
		const label = `Playlist · ${members.toLocaleString("en")} ${members === 1 ? "song" : "songs"}`;
		return { label, line: description, description: description || label };
	},
	openGraph: "music.playlist",
	accent: [0.54, 0.2, 285],
});
