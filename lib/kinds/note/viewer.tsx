import type { SharedItem } from "@/components/share/model";
import { Markdown } from "@/components/ui/markdown";
import { EmptyNote, LiveNote, type ShownNote } from "./live-note";

/** What a visitor sees of a note: it is rendered on the server and needs no script. */
export function NoteViewer({ page: { title, ownerName, downloads, content } }: { page: SharedItem<ShownNote> }) {
	const { content: text, ...look } = content;
	const first = text.trim() ? <Markdown text={text} /> : <EmptyNote />;
	return <LiveNote title={title} ownerName={ownerName} downloads={downloads} look={look} first={first} />;
}
