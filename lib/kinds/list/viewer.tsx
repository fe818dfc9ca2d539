import type { SharedItem } from "@/components/share/model";
import { LiveList, type ShownList } from "./live-list";

/** What a visitor sees of a list: how much of it is done, and its items. */
export function ListViewer({ page: { title, ownerName, downloads, content } }: { page: SharedItem<ShownList> }) {
	return <LiveList title={title} ownerName={ownerName} downloads={downloads} content={content} />;
}
