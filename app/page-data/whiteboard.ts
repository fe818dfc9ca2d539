import type { Board } from "@/components/board/model";
import { absentOf, toDocument } from "@/lib/contracts/content";
import { ownItem } from "@/lib/items/own-item";
import { kinds } from "@/lib/kinds/registry";
import { platform } from "@/lib/platform";
import { forOwner } from "./viewer";

/** One of the account's whiteboards, or null. */
export function whiteboard(id: string): Promise<Board | null> {
	return forOwner(null, async (owner) => {
		const item = await ownItem(platform(), owner, "whiteboard", id, absentOf(kinds.whiteboard));
		// The editor reads the scene as Excalidraw's own types; the schema let nothing else in.
		return toDocument(item) as unknown as Board;
	});
}
