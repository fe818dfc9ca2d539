import type { z } from "zod";
import type { Item, World } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { editItem } from "./edit";

/** How often a small change is made anew on a content that others change all the time. */
const tries = 50;

/**
 * Changes what an item holds, as it is then: changes that come at the same moment are made one after the other. Throws `bad_input` when the content does not fit
 * any more, and as `editItem`.
 */
export function editContent<Content extends z.ZodObject>(
	world: World,
	item: Item,
	kind: Kind<Content>,
	change: (content: z.output<Content>) => unknown,
): Promise<Item> {
	const changed = (current: Item) => {
		const parsed = kind.content.safeParse(change(kind.content.parse(current.content)));
		const [issue] = parsed.error?.issues ?? [];
		if (issue) throw badField(String(issue.path[0] ?? ""), issue.message);
		return written(kind, parsed.data);
	};
	return editItem(world, item, changed, undefined, tries);
}
