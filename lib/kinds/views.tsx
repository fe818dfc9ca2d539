import type { ComponentType } from "react";
import type { KindName } from "@/lib/shares/kind";
import { PlaylistViewer } from "./playlist/viewer";
import { SongViewer } from "./song/viewer";

/** What a visitor sees of a shared item of each kind. A kind that is missing here does not compile. */
export const viewers = { playlist: PlaylistViewer, song: SongViewer } satisfies Record<KindName, ComponentType<never>>;
