import { type Kind, type KindName, kindNames } from "@/lib/shares/kind";
import { chat } from "./chat/kind";
import { list } from "./list/kind";
import { note } from "./note/kind";
import { playlist } from "./playlist/kind";
import { session } from "./session/kind";
import { song } from "./song/kind";
import { whiteboard } from "./whiteboard/kind";

/** Every kind by its name; the compiler rejects a missing one. */
export const kinds = { playlist, song, session, chat, list, note, whiteboard } satisfies Record<KindName, unknown>;

/** The kind of that name, for what asks nothing that only one kind has. A stored name that is none is a defect. */
export function kindNamed(name: string): Kind {
	const known = kindNames.find((each) => each === name);
	if (!known) throw new Error("There is no such kind");
	return kinds[known];
}
