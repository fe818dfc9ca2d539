import { ListMusic, Music } from "lucide-react";
import type { ListenKind } from "./model";

/** How a kind is called and drawn wherever items of several kinds stand together. Its colour comes with `data-kind`. */
export const kindLook = {
	playlist: { label: "Playlist", plural: "Playlists", icon: ListMusic },
	song: { label: "Song", plural: "Songs", icon: Music },
} satisfies Record<ListenKind, unknown>;
