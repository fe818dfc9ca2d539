"use client";

import { Field } from "@/components/ui/field";
import { CategoryField } from "./category-field";
import { ColourField } from "./colour-field";

export type DocumentWords = { title: string; category: string; color_value: string };

type DocumentFieldsProps = {
	/** "list" */
	what: string;
	words: DocumentWords;
	errors: Readonly<Record<string, string>>;
	/** Shows a field as it is now; `save` is false for one that cannot be stored like that. */
	onChange: (changes: Partial<DocumentWords>, save: boolean) => void;
};

/** What lists, notes and whiteboards have alike: a title, a category, a colour. */
export function DocumentFields({ what, words: { title, category, color_value }, errors, onChange }: DocumentFieldsProps) {
	return (
		<>
			<Field
				label="Title"
				dir="auto"
				autoComplete="off"
				maxLength={200}
				value={title}
				error={title.trim() ? errors.title : `A ${what} needs a title.`}
				className="font-display text-xl! font-[650]!"
				onChange={({ target: { value } }) => onChange({ title: value }, value.trim() !== "")}
			/>
			<div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-[minmax(0,1fr)_auto]">
				<CategoryField value={category} error={errors.category} onChange={(category) => onChange({ category }, true)} />
				<ColourField value={color_value} onChange={(color_value) => onChange({ color_value }, true)} />
			</div>
		</>
	);
}
