import type { KindName } from "@/lib/shares/kind";
import { fixture as chat } from "./chat/fixture";
import { fixture as list } from "./list/fixture";
import { fixture as note } from "./note/fixture";
import { fixture as session } from "./session/fixture";
import { fixture as whiteboard } from "./whiteboard/fixture";

/** Something of each kind to try things out with; songs and their playlist are played by `lib/media/sample-music`. */
export const fixtures = { session, chat, list, note, whiteboard } satisfies Record<Exclude<KindName, "song" | "playlist">, unknown>;
