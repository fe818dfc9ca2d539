import type { z } from "zod";
import type { Oklch } from "@/lib/drawn-cover";

/** The kinds there are. `lib/kinds/registry.ts` has a definition for each, or it does not compile. */
export const kindNames = ["playlist", "song", "session", "chat", "list", "note", "whiteboard"] as const;
export type KindName = (typeof kindNames)[number];

/** How much of an item a link shows: all of it, or what its kind shows to those without an account. */
export type Depth = "preview" | "whole";
/** What programs that preview links are told: `label` is short ("Playlist · 8 songs"), `line` stands under the title and may be empty. */
export type Told = { label: string; line: string; description: string };
type Titled<Content> = { title: string; description: string; content: Content };

type Definition<Content extends z.ZodObject, Published extends z.ZodObject> = {
	name: KindName;
	/** What `Item.content` holds; parsed on the way in and on the way out. All of it has defaults where the kind can be made empty. */
	content: Content;
	/** The part of it that visitors may see: an allow-list, made with `pick`. */
	published: Published;
	/** Leaves out what the allow-list cannot, because it is one of many alike (hidden messages); `published` parses what it answers. */
	shown?(content: z.output<Content>): unknown;
	/** What of a frozen content is shown still, where parts of it were withheld since. */
	stillShown?(frozen: z.output<Published>, now: z.output<Content>): unknown;
	/** How codes of its links look. */
	code: "hex16" | "uuid";
	/** Path of the public page. */
	page(code: string): string;
	/** Policy of a new link. */
	policy: { playLimit: number | null; isProtected?: boolean };
	/** Who sees all of it behind a link; others see its preview. */
	whole?: "anyone" | "account";
	/** Title of one that is made empty; without it none can be. */
	blank?: string;
	/** One line under the title of a link, from the item. */
	describe(item: Titled<z.output<Content>>): string;
	/** What a preview of a link to it says. `members` counts what a collection holds. */
	tell(item: Titled<z.output<Content>>, members: number): Told;
	/** Open Graph's word for it (ogp.me). */
	openGraph: "music.playlist" | "music.song" | "article" | "website";
	/** Its colour in previews: the light theme's accent. */
	accent: Oklch;
	/** What stands under its title in lists, and is found there. */
	note?(content: z.output<Content>): string;
	/** The role of the file, or the address elsewhere, that stands for it where it has no cover of its own. */
	picture?(content: z.output<Content>): string | null;
	/** Whether a file of the item with this role may be seen by whoever sees that much of it. */
	shows?(role: string, content: z.output<Published>, depth: Depth): boolean;
};

/** All that the core needs to know of a kind of item. */
export type Kind<Content extends z.ZodObject = z.ZodObject, Published extends z.ZodObject = z.ZodObject> = Required<
	Omit<Definition<Content, Published>, "shown" | "stillShown" | "blank">
> & {
	blank: string | null;
	/** The part of a stored content that visitors may see; of a frozen one with `now`, the content as it is, what was not withheld since. */
	publish(content: unknown, now?: unknown): z.output<Published>;
};

/** Declares a kind, keeping the types of its schemas. */
export function defineKind<Content extends z.ZodObject, Published extends z.ZodObject>({
	shown,
	stillShown,
	...kind
}: Definition<Content, Published>): Kind<Content, Published> {
	return {
		whole: "anyone",
		blank: null,
		note: () => "",
		picture: () => null,
		shows: () => false,
		...kind,
		publish(content, now) {
			const parsed = kind.content.parse(content);
			const published = kind.published.parse(shown ? shown(parsed) : parsed);
			return stillShown && now !== undefined ? kind.published.parse(stillShown(published, kind.content.parse(now))) : published;
		},
	} as Kind<Content, Published>;
}

/** A content as it is stored, with what lists say of it. Whatever writes a content writes this. */
export function written(kind: Kind, content: unknown): { content: Record<string, unknown>; note: string; picture: string | null } {
	const parsed = kind.content.parse(content);
	return { content: parsed, note: kind.note(parsed), picture: kind.picture(parsed) };
}
