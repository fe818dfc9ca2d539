import { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { Item, ItemEdit, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { line } from "@/lib/text";
import { editItem } from "./edit";

// A document is an item that is its content and is edited as a whole: a list, a note, a whiteboard.

const title = line({ min: 1, max: 200 });

/** A document as its family takes it: the fields of its content stand beside its title. */
export type NewDocument = { title: string; content: Record<string, unknown> };
/** The given fields; `version` is the one that they were made for. */
export type DocumentChanges = { title?: string | undefined; version?: number | undefined; content: Record<string, unknown> };

/** The body that makes a document of this kind. What is left out is as the kind says. */
export function newDocument(kind: Kind): z.ZodType<NewDocument> {
	return z
		.object({ ...kind.content.shape, title: title.default(kind.blank ?? "Untitled") })
		.transform(({ title, ...content }) => ({ title, content }));
}

/** The body that changes one. What is left out stays. */
export function documentChanges(kind: Kind, shape: z.ZodRawShape = kind.content.shape): z.ZodType<DocumentChanges> {
	const fields = Object.entries(shape).map(([name, field]) => {
		// An absent field must not become its default.
		const given = field instanceof z.ZodDefault ? field.unwrap() : field;
		return [name, z.optional(given)] as const;
	});
	return z
		.object({ ...Object.fromEntries(fields), title: title.optional(), version: z.int().positive().optional() })
		.transform(({ title, version, ...content }) => ({ title, version, content }));
}

/** How given fields become part of a content that is there: its new content, and the roles of files that it needs no more. */
export type Put = (
	content: unknown,
	given: Record<string, unknown>,
	now: Date,
) => { content: Record<string, unknown>; dropRoles?: string[] };
const putInPlace: Put = (content, given) => ({ content: { ...Object(content), ...given } });

/** Makes a document. */
export function createDocument({ items }: World, owner: Owner, kind: Kind, { title, content }: NewDocument): Promise<Item> {
	return items.create({ ownerId: owner.id, kind: kind.name, title, description: "", ...written(kind, content) });
}

/**
 * Changes the given fields, with `version` of that one only. Throws `moved_on` with the document as it is now, as `show` tells it, when
 * that one is past; else as `editItem`.
 */
export async function editDocument(
	world: World,
	document: Item,
	kind: Kind,
	{ title, version, content }: DocumentChanges,
	show: (item: Item) => object,
	put: Put = putInPlace,
): Promise<Item> {
	const change = (current: Item): ItemEdit => {
		const named = title === undefined ? {} : { title };
		if (Object.keys(content).length === 0) return named;
		const { content: next, ...files } = put(current.content, content, world.clock.now());
		return { ...named, ...written(kind, next), ...files };
	};
	try {
		return await editItem(world, document, change, version);
	} catch (error) {
		if (!isRefused(error) || error.code !== "precondition_failed") throw error;
		const current = await world.items.byId(document.id);
		throw current ? new Refused("moved_on", { current: show(current) }) : new Refused("not_found");
	}
}
