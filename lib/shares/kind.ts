import type { z } from "zod";

/** The kinds there are. `lib/kinds/registry.ts` has a definition for each, or it does not compile. */
export const kindNames = ["playlist", "song"] as const;
export type KindName = (typeof kindNames)[number];

/** All that the core needs to know of a kind of item. */
export type Kind<Content extends z.ZodObject = z.ZodObject, Published extends z.ZodObject = z.ZodObject> = {
	name: KindName;
	/** What `Item.content` holds; parsed on the way in and on the way out. */
	content: Content;
	/** The part of it that visitors may see: an allow-list, made with `pick`. */
	published: Published;
	/** How codes of its links look. */
	code: "hex16" | "uuid";
	/** Path of the public page. */
	page(code: string): string;
	/** Policy of a new link. */
	policy: { playLimit: number | null };
	/** One line under the title of a link, from the item. */
	describe(item: { title: string; description: string; content: z.output<Content> }): string;
};

/** Declares a kind, keeping the types of its schemas. */
export function defineKind<Content extends z.ZodObject, Published extends z.ZodObject>(
	kind: Kind<Content, Published>,
): Kind<Content, Published> {
	return kind;
}
