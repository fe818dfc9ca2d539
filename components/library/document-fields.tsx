"use client";

import { ChevronDown } from "lucide-react";
import { Content, Root, Trigger } from "radix-ui/collapsible";
import { tintStyle } from "@/components/ui/tint";
import { CategoryField } from "./category-field";
import { ColourField } from "./colour-field";
import { TitleField } from "./title-field";

export type DocumentWords = { title: string; category: string; color_value: string };

type DocumentFieldsProps = {
	/** "list" */
	what: string;
	words: DocumentWords;
	errors: Readonly<Record<string, string>>;
	/** Shows a field as it is now; `save` is false for one that cannot be stored like that. */
	onChange: (changes: Partial<DocumentWords>, save: boolean) => void;
};

/** What lists, notes and whiteboards have alike: a title, a category, a colour. A phone keeps the last two folded away. */
export function DocumentFields({ what, words: { title, category, color_value }, errors, onChange }: DocumentFieldsProps) {
	return (
		<>
			<TitleField what={what} value={title} error={errors.title} onChange={(title, save) => onChange({ title }, save)} />
			<Root className="min-w-0">
				<Trigger className="group -mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-2.5 rounded-sm px-2 text-left text-sm font-medium hover:bg-sunken sm:hidden">
					<span
						aria-hidden="true"
						style={tintStyle(color_value)}
						className="size-5 shrink-0 rounded-full bg-(--tint) ring-1 ring-ink/15 ring-inset"
					/>
					<span className="sr-only">Category and colour: </span>
					<bdi className="min-w-0 flex-1 truncate">{category || "No category"}</bdi>
					<ChevronDown
						aria-hidden="true"
						className="size-[1.125rem] shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-180 motion-reduce:transition-none"
					/>
				</Trigger>
				<Content
					forceMount
					className="grid grid-cols-[minmax(0,1fr)] gap-4 max-sm:pt-2 max-sm:data-[state=closed]:hidden sm:grid-cols-[minmax(0,1fr)_auto]"
				>
					<CategoryField value={category} error={errors.category} onChange={(category) => onChange({ category }, true)} />
					<ColourField value={color_value} onChange={(color_value) => onChange({ color_value }, true)} />
				</Content>
			</Root>
		</>
	);
}
