"use client";

import type { ReactNode } from "react";
import { tintStyle } from "@/components/ui/tint";
import { toast } from "@/components/ui/toast";
import { ConflictDialog } from "./conflict-dialog";
import type { DocumentWords } from "./document-fields";
import type { EditedDocument } from "./use-document";

/** A content that both changed: how each looks, and what it becomes. */
export type ContentConflict<Content> = {
	mine: ReactNode;
	theirs: ReactNode;
	become: { mine: Content; theirs: Content; both?: Content };
};

type DocumentConflictProps<Content extends object> = {
	/** "list" */
	what: string;
	edited: EditedDocument<Content>;
	/** Null while its content is not in question. */
	content: ContentConflict<Content> | null;
};

const names = { title: "Title", category: "Category", color_value: "Colour" };

/** Asks which of two versions of a list, note or whiteboard it is to be. What was given up for theirs can be had back. */
export function DocumentConflict<Content extends object>({ what, edited, content }: DocumentConflictProps<Content>) {
	const { words, comparing, setComparing, saving, set } = edited;
	const { conflict, resolve } = saving;
	if (!conflict) return null;
	const asked = (Object.keys(names) as (keyof DocumentWords)[]).filter((field) => conflict.fields.includes(field));
	const pick = (from: DocumentWords) => Object.fromEntries(asked.map((field) => [field, from[field]])) as Partial<DocumentWords>;
	const made = (from: DocumentWords, become: Content | undefined) => ({ ...pick(from), ...become }) as Partial<DocumentWords & Content>;
	const mine = made(words, content?.become.mine);
	const both = content?.become.both;

	function takeTheirs(theirs: DocumentWords) {
		resolve(made(theirs, content?.become.theirs));
		void toast("Took the other version", "plain", { action: { label: "Bring mine back", run: () => set(mine) } });
	}

	return (
		<ConflictDialog
			open={comparing}
			onOpenChange={setComparing}
			what={what}
			mine={<Version words={words} asked={asked} content={content?.mine} />}
			theirs={<Version words={conflict.theirs} asked={asked} content={content?.theirs} />}
			onMine={() => resolve(mine)}
			onTheirs={() => takeTheirs(conflict.theirs)}
			onBoth={both && (() => resolve(made(words, both)))}
		/>
	);
}

function Version({ words, asked, content }: { words: DocumentWords; asked: readonly (keyof DocumentWords)[]; content: ReactNode }) {
	return (
		<>
			{asked.map((field) => (
				<p key={field} className="mb-2">
					<span className="block text-[0.8125rem] text-ink-3">{names[field]}</span>
					{field === "color_value" ? (
						<span className="flex items-center gap-2">
							<span style={tintStyle(words.color_value)} className="size-5 rounded-full bg-(--tint) ring-1 ring-ink/15 ring-inset" />
							{words.color_value}
						</span>
					) : (
						<bdi>{words[field] || "None"}</bdi>
					)}
				</p>
			))}
			{content}
		</>
	);
}
