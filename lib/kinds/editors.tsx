import type { ComponentType } from "react";
import type { KindName } from "@/lib/shares/kind";
import { PlaylistEditor } from "./playlist/editor";
import { SongEditor } from "./song/editor";

// Apart from the viewers: a page gets the client code of everything that is imported, and visitors need no editors (28 kB).

/** Where the owner changes an item of each kind. A kind that is missing here does not compile. */
export const editors = { playlist: PlaylistEditor, song: SongEditor } satisfies Record<KindName, ComponentType<never>>;
