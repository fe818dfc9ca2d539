import type { ComponentType } from "react";
import type { KindName } from "@/lib/shares/kind";
import { PlaylistEditor } from "./playlist/editor";
import { PlaylistViewer } from "./playlist/viewer";
import { SongEditor } from "./song/editor";
import { SongViewer } from "./song/viewer";

type KindViews = {
	/** What a visitor sees of a shared item. */
	viewer: ComponentType<never>;
	/** Where its owner changes it. */
	editor: ComponentType<never>;
};

/** How each kind is seen. A kind that is missing here does not compile. */
export const views = {
	playlist: { viewer: PlaylistViewer, editor: PlaylistEditor },
	song: { viewer: SongViewer, editor: SongEditor },
} satisfies Record<KindName, KindViews>;
