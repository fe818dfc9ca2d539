import type { KindName } from "@/lib/shares/kind";
import { fixture as chat } from "./chat/fixture";
import { fixture as list } from "./list/fixture";
import { fixture as note } from "./note/fixture";
import { fixture as session } from "./session/fixture";
import { fixture as whiteboard } from "./whiteboard/fixture";

type Fixture = {
	title: string;
	description: string;
	content: Record<string, unknown>;
	/** Pictures that are drawn from their titles, for a kind that has some. */
	pictures?: readonly { drawn: string; caption: string }[];
};

/** Something of each kind to try things out with; songs and their playlist are played by `lib/media/sample-music`. */
export const fixtures: Record<Exclude<KindName, "song" | "playlist">, Fixture> = { session, chat, list, note, whiteboard };
