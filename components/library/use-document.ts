import { useState } from "react";
import type { DocumentWords } from "./document-fields";
import type { Merges } from "./merge-edits";
import { inBody } from "./swap";
import { useAutosave } from "./use-autosave";

/** A list, note or whiteboard as the API gives it to its owner. */
export type OwnDocument<Content> = DocumentWords & Content & { id: string; version: number; created_at: string; updated_at: string };

type Edited<Content> = {
	/** `/api/lists` */
	path: string;
	document: OwnDocument<Content>;
	/** The part of it that is its content. */
	contentOf: (document: Content) => Content;
	/** Shows a content that was saved elsewhere, or was made of that and ours. */
	adopt: (content: Content) => void;
	merges?: Merges<Content>;
	/** See `useAutosave`. */
	isLong?: boolean;
};

/** Edits a list, note or whiteboard: its words, kept here, and its content, kept by whoever shows it. Saves by itself, one version at a time. */
export function useDocument<Content extends object>({ path, document, contentOf, adopt, merges = {}, isLong = false }: Edited<Content>) {
	const [words, setWords] = useState<DocumentWords>(document);
	const [comparing, setComparing] = useState(false);

	/** Shows these fields of a document. */
	function show(from: DocumentWords & Content, fields: readonly PropertyKey[]) {
		const named = (field: keyof DocumentWords) => (fields.includes(field) ? { [field]: from[field] } : {});
		setWords((now) => ({ ...now, ...named("title"), ...named("category"), ...named("color_value") }));
		const content = contentOf(from);
		if (Object.keys(content).some((field) => fields.includes(field))) adopt(content);
	}

	const saving = useAutosave<OwnDocument<Content>, DocumentWords & Content>({
		path: `${path}/${document.id}`,
		item: document,
		swap: inBody,
		merges: merges as Merges<DocumentWords & Content>,
		isLong,
		valuesOf: (item) => ({ title: item.title, category: item.category, color_value: item.color_value, ...contentOf(item) }),
		adopt: show,
	});

	/** The words as they are typed; `save` is false for what cannot be stored like that. */
	function change(changes: Partial<DocumentWords>, save: boolean) {
		setWords((now) => ({ ...now, ...changes }));
		if (save) saving.save(changes as Partial<DocumentWords & Content>);
	}

	/** Puts back values as they were. */
	function set(values: Partial<DocumentWords & Content>) {
		show(values as DocumentWords & Content, Object.keys(values));
		saving.save(values, { now: true });
	}

	const title = words.title.trim() || document.title;
	return { words, title, change, set, comparing, setComparing, saving: { ...saving, compare: () => setComparing(true) } };
}

export type EditedDocument<Content extends object> = ReturnType<typeof useDocument<Content>>;
