import { Checklist } from "@/components/checklist/checklist";
import type { Item } from "@/components/checklist/item";
import { Progress } from "@/components/checklist/progress";
import { DocumentHead } from "@/components/share/document-head";
import { KeepFiles } from "@/components/share/keep-files";
import type { SharedItem } from "@/components/share/model";
import { tintStyle } from "@/components/ui/tint";
import { formats } from "./formats";

type Shown = { items: Item[]; category: string; color_value: string };

/** What a visitor sees of a list: how much of it is done, and its items. */
export function ListViewer({ page }: { page: SharedItem<Shown> }) {
	const { items, category, color_value } = page.content;
	return (
		<main id="content" data-kind="list" style={tintStyle(color_value)} className="mx-auto max-w-[40rem] px-5 pt-7 pb-20">
			<DocumentHead {...page} category={category} />
			<div className="mt-[1.375rem] mb-5">
				<Progress done={items.filter(({ completed }) => completed).length} total={items.length} />
			</div>
			{items.length > 0 && <Checklist items={items} />}
			<KeepFiles path={page.downloads} formats={formats} />
		</main>
	);
}
