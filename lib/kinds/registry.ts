import type { KindName } from "@/lib/shares/kind";
import { playlist } from "./playlist/kind";
import { song } from "./song/kind";

/** Every kind by its name; the compiler rejects a missing one. */
export const kinds = { playlist, song } satisfies Record<KindName, unknown>;
