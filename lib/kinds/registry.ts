import { type Kind, type KindName, kindNames } from "@/lib/shares/kind";
import { chat } from "./chat/kind";
import { playlist } from "./playlist/kind";
import { song } from "./song/kind";

/** Every kind by its name; the compiler rejects a missing one. */
export const kinds = { playlist, song, chat } satisfies Record<KindName, unknown>;

/** The kind of that name, for what asks nothing that only one kind has. A stored name that is none is a defect. */
export function kindNamed(name: string): Kind {
	const known = kindNames.find((each) => each === name);
	if (!known) throw new Error("There is no such kind");
	return kinds[known];
}
