"use client";

import { useState } from "react";
import { type ContentConflict, DocumentConflict } from "@/components/library/document-conflict";
import { DocumentFields } from "@/components/library/document-fields";
import { EditorHead } from "@/components/library/editor-head";
import { ExportMenu } from "@/components/library/export-menu";
import { type OwnDocument, useDocument } from "@/components/library/use-document";
import { NotePad } from "@/components/markdown/note-pad";
import { tintStyle } from "@/components/ui/tint";
import { formats } from "./formats";
import { bothTexts, mergeText } from "./merge-text";

type Content = { content: string };
export type OwnNote = OwnDocument<Content>;

const api = "/api/notes";

/** Edits a note: its words and its text, with what that looks like beside it. Saves by itself; two tabs on one note are made one. */
export function NoteEditor({ note, links }: { note: OwnNote; links: number }) {
	const [content, setContent] = useState(note.content);
	const edited = useDocument<Content>({
		path: api,
		document: note,
		contentOf: ({ content }) => ({ content }),
		adopt: ({ content }) => setContent(content),
		merges: { content: mergeText },
		isLong: true,
	});
	const { words, saving, change, title } = edited;
	return (
		<main
			id="content"
			data-kind="note"
			style={tintStyle(words.color_value)}
			className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:max-w-[90rem] lg:px-9"
		>
			<EditorHead
				target={{ kind: "note", id: note.id, title, thumbnail: null }}
				heading="Note"
				saving={saving}
				links={links}
				cover={false}
				menu={<ExportMenu path={`${api}/${note.id}/export`} formats={formats} />}
			>
				<DocumentFields what="note" words={words} errors={saving.fields} onChange={change} />
			</EditorHead>
			<section aria-label="The note" className="mt-6">
				<NotePad
					value={content}
					error={saving.fields.content}
					onChange={(content) => {
						setContent(content);
						saving.save({ content });
					}}
				/>
			</section>
			<DocumentConflict what="note" edited={edited} content={saving.conflict && contentConflict(saving.conflict, content)} />
		</main>
	);
}

function contentConflict(
	{ fields, theirs }: { fields: readonly string[]; theirs: Content },
	mine: string,
): ContentConflict<Content> | null {
	if (!fields.includes("content")) return null;
	const text = (words: string) => (
		<p dir="auto" className="text-left font-mono text-sm">
			{words}
		</p>
	);
	return {
		mine: text(mine),
		theirs: text(theirs.content),
		become: { mine: { content: mine }, theirs: { content: theirs.content }, both: { content: bothTexts(theirs.content, mine) } },
	};
}
