import { DocumentHead } from "@/components/share/document-head";
import { KeepFiles } from "@/components/share/keep-files";
import type { SharedItem } from "@/components/share/model";
import { Markdown } from "@/components/ui/markdown";
import { tintStyle } from "@/components/ui/tint";
import { formats } from "./formats";

type Shown = { content: string; category: string; color_value: string };

/** What a visitor sees of a note: it is rendered on the server and needs no script. */
export function NoteViewer({ page }: { page: SharedItem<Shown> }) {
	const { content, category, color_value } = page.content;
	return (
		<main id="content" data-kind="note" style={tintStyle(color_value)} className="mx-auto max-w-[44rem] px-5 pt-7 pb-20">
			<DocumentHead {...page} category={category} />
			<div aria-hidden="true" className="mt-5 mb-6 h-1 w-14 rounded-full bg-(--tint) ring-1 ring-ink/15 ring-inset" />
			{content.trim() ? <Markdown text={content} /> : <p className="text-ink-3">There is nothing in this note yet. Look in again later.</p>}
			<KeepFiles path={page.downloads} formats={formats} />
		</main>
	);
}
