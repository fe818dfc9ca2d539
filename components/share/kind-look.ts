import { Images, ListChecks, ListMusic, type LucideIcon, MessagesSquare, Music, NotebookPen, PenTool } from "lucide-react";
import type { ListenKind } from "./model";

/**
 * How a kind is called and drawn wherever items of several kinds stand together; its colour comes with `data-kind`. `isHeard`: it is played, and its plays
 * are counted. `limitsPlays`: a limit of songs without an account means something. `canBlank`: one can be made with nothing in it.
 */
type KindLook = { label: string; plural: string; icon: LucideIcon; isHeard: boolean; limitsPlays: boolean; canBlank: boolean };

export const kindLook: Record<ListenKind, KindLook> = {
	playlist: { label: "Playlist", plural: "Playlists", icon: ListMusic, isHeard: true, limitsPlays: true, canBlank: false },
	song: { label: "Song", plural: "Songs", icon: Music, isHeard: true, limitsPlays: false, canBlank: false },
	session: { label: "Slideshow", plural: "Slideshows", icon: Images, isHeard: false, limitsPlays: false, canBlank: true },
	chat: { label: "Chat", plural: "Chats", icon: MessagesSquare, isHeard: false, limitsPlays: false, canBlank: true },
	list: { label: "List", plural: "Lists", icon: ListChecks, isHeard: false, limitsPlays: false, canBlank: true },
	note: { label: "Note", plural: "Notes", icon: NotebookPen, isHeard: false, limitsPlays: false, canBlank: true },
	whiteboard: { label: "Whiteboard", plural: "Whiteboards", icon: PenTool, isHeard: false, limitsPlays: false, canBlank: true },
};
