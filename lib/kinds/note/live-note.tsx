"use client";

import type { ReactNode } from "react";
import { useLiveDocument } from "@/components/live/use-live-document";
import { DocumentHead } from "@/components/share/document-head";
import { KeepFiles } from "@/components/share/keep-files";
import { tintStyle } from "@/components/ui/tint";
import { formats } from "./formats";

export type ShownNote = { content: string; category: string; color_value: string };
/** `first` is the text as the server drew it: a note that does not change needs nothing to draw it with. */
type Props = { title: string; ownerName: string; downloads: string | null; look: Omit<ShownNote, "content">; first: ReactNode };

async function read(told: unknown): Promise<ShownNote & { drawn: ReactNode }> {
	const [{ note }, { Markdown }] = await Promise.all([import("./kind"), import("@/components/ui/markdown")]);
	const shown = note.publish(told);
	return { ...shown, drawn: shown.content.trim() ? <Markdown text={shown.content} /> : <EmptyNote /> };
}

/** A note as it is by now. */
export function LiveNote({ downloads, look, first, ...head }: Props) {
	const live = useLiveDocument(read);
	const { category, color_value } = live ?? look;
	return (
		<main id="content" data-kind="note" style={tintStyle(color_value)} className="mx-auto max-w-[44rem] px-5 pt-7 pb-20">
			<DocumentHead {...head} {...(live && { title: live.title })} category={category} />
			<div aria-hidden="true" className="mt-5 mb-6 h-1 w-14 rounded-full bg-(--tint) ring-1 ring-ink/15 ring-inset" />
			{live ? (
				<div key={live.content} className="animate-in motion-reduce:animate-none">
					{live.drawn}
				</div>
			) : (
				first
			)}
			<KeepFiles path={downloads} formats={formats} />
		</main>
	);
}

export function EmptyNote() {
	return <p className="text-ink-3">There is nothing in this note yet. Look in again later.</p>;
}
