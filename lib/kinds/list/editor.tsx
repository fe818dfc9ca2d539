"use client";

import { useCallback, useMemo, useState } from "react";
import { AddItem } from "@/components/checklist/add-item";
import { type Item, isBlank, newItemId } from "@/components/checklist/item";
import { itemActions, type Wanted } from "@/components/checklist/item-actions";
import { ItemList } from "@/components/checklist/item-list";
import { Progress } from "@/components/checklist/progress";
import { useItems } from "@/components/checklist/use-items";
import { type ContentConflict, DocumentConflict } from "@/components/library/document-conflict";
import { DocumentFields } from "@/components/library/document-fields";
import { EditorHead } from "@/components/library/editor-head";
import { ExportMenu } from "@/components/library/export-menu";
import { type OwnDocument, useDocument } from "@/components/library/use-document";
import { Button } from "@/components/ui/button";
import { tintStyle } from "@/components/ui/tint";
import { formats } from "./formats";
import { type Choice, clashes, mergeItems } from "./merge-items";

export type OwnList = OwnDocument<{ items: Item[] }>;

const api = "/api/lists";

/** Edits a list: its words, its items and their order. Saves by itself; two tabs on one list are made one. */
export function ListEditor({ list, links }: { list: OwnList; links: number }) {
	const [wanted, setWanted] = useState<Wanted | null>(null);
	const [said, say] = useState("");
	const { items, arrange, adopt, now } = useItems(list.items, (items) => edited.saving.save({ items }));
	const edited = useDocument<{ items: Item[] }>({
		path: api,
		document: list,
		contentOf: ({ items }) => ({ items }),
		adopt: ({ items }) => adopt(items),
		merges: {
			items: (known, theirs, mine) => (clashes(known, theirs, mine).length > 0 ? null : mergeItems(known, theirs, mine, "mine", newItemId)),
		},
		isLong: true,
	});
	const { words, saving, change, title } = edited;
	const actions = useMemo(() => itemActions({ now, arrange, focus: setWanted, say }), [now, arrange]);
	const full = items.filter((item) => !isBlank(item));
	const done = full.filter(({ completed }) => completed).length;
	return (
		<main
			id="content"
			data-kind="list"
			style={tintStyle(words.color_value)}
			className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9"
		>
			<EditorHead
				target={{ kind: "list", id: list.id, title, thumbnail: null }}
				heading="List"
				saving={saving}
				links={links}
				cover={false}
				menu={<ExportMenu path={`${api}/${list.id}/export`} formats={formats} />}
			>
				<DocumentFields what="list" words={words} errors={saving.fields} onChange={change} />
			</EditorHead>
			<section aria-label="The list" className="mt-8">
				<div className="mb-3 flex min-h-9 items-start gap-4">
					<Progress done={done} total={full.length} />
					{done > 0 && (
						<Button size="s" tone="quiet" className="-mt-1.5" onClick={actions.clearCompleted}>
							Clear completed
						</Button>
					)}
				</div>
				<p role="status" className="sr-only">
					{said}
				</p>
				<ItemList items={items} actions={actions} wanted={wanted} onWanted={useCallback(() => setWanted(null), [])} />
				<AddItem onAdd={actions.append} />
			</section>
			<DocumentConflict what="list" edited={edited} content={saving.conflict && contentConflict(saving.conflict, items)} />
		</main>
	);
}

type Content = { items: Item[] };

/** The items whose text both changed; all the rest was merged without asking, whatever is chosen. */
function contentConflict({ known, theirs }: { known: Content; theirs: Content }, shown: readonly Item[]): ContentConflict<Content> | null {
	const mine = shown.filter((item) => !isBlank(item));
	const found = clashes(known.items, theirs.items, mine);
	if (found.length === 0) return null;
	const become = (choice: Choice) => ({ items: mergeItems(known.items, theirs.items, mine, choice, newItemId) });
	const texts = (whose: "mine" | "theirs") => (
		<ul>
			{found.map((clash) => (
				<li key={clash.mine.id} dir="auto" className="border-t border-line py-2 text-left first:border-0 first:pt-0">
					{clash[whose].text}
				</li>
			))}
		</ul>
	);
	return {
		mine: texts("mine"),
		theirs: texts("theirs"),
		become: { mine: become("mine"), theirs: become("theirs"), both: become("both") },
	};
}
