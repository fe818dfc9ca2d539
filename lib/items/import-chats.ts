import type { Owner } from "@/lib/authority";
import { turns } from "@/lib/media/turns";
import type { Item, ItemHead, StagedBlob, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";

type Skipped = { title: string; reason: string };
/** A chat of a file, whose content its kind reads; or why something in it is none. */
type Read = { chat: { title: string; content: object } } | { skipped: Skipped };
/** `read` knows the formats and throws `bad_input` for what it cannot read. */
type Formats = {
	kind: Kind;
	read(path: string, how: { fileName: string; branches: boolean; now: string }): AsyncIterable<Read>;
};

export type ImportedChats = { chats: ItemHead[]; skipped: Skipped[] };

/** A file of two hundred megabytes is read in some seconds, one at a time. */
const inTurn = turns(1);

/**
 * Makes the chats of a file the owner's, one after the other as they are read, each whole or not at all. With `branches` the other branches of ChatGPT's trees
 * become chats too. Throws `bad_input` on `file`; then nothing was made.
 */
export function importChats(
	{ items, clock }: World,
	owner: Owner,
	{ kind, read }: Formats,
	file: { staged: StagedBlob; name: string },
	{ branches }: { branches: boolean },
): Promise<ImportedChats> {
	return inTurn(1, async () => {
		const made: ImportedChats = { chats: [], skipped: [] };
		for await (const each of read(file.staged.path, { fileName: file.name, branches, now: clock.now().toISOString() })) {
			if ("skipped" in each) {
				made.skipped.push(each.skipped);
				continue;
			}
			const { title, content } = each.chat;
			const item = await items.create({ ownerId: owner.id, kind: kind.name, title, description: "", ...written(kind, content) });
			made.chats.push(withoutContent(item));
		}
		return made;
	});
}

/** Of thousands of chats no more is held than is told. */
function withoutContent({ content: _, ...head }: Item): ItemHead {
	return head;
}
