"use client";

import { Checklist } from "@/components/checklist/checklist";
import type { Item } from "@/components/checklist/item";
import { Progress } from "@/components/checklist/progress";
import { useLiveDocument } from "@/components/live/use-live-document";
import { DocumentHead } from "@/components/share/document-head";
import { KeepFiles } from "@/components/share/keep-files";
import { tintStyle } from "@/components/ui/tint";
import { formats } from "./formats";

export type ShownList = { items: Item[]; category: string; color_value: string };
type Props = { title: string; ownerName: string; downloads: string | null; content: ShownList };

/** A list as it is by now. */
export function LiveList({ content, downloads, ...head }: Props) {
	const live = useLiveDocument<ShownList>(async (told) => (await import("./kind")).list.publish(told));
	const { items, category, color_value } = live ?? content;
	return (
		<main id="content" data-kind="list" style={tintStyle(color_value)} className="mx-auto max-w-[40rem] px-5 pt-7 pb-20">
			<DocumentHead {...head} {...(live && { title: live.title })} category={category} />
			<div className="mt-[1.375rem] mb-5">
				<Progress done={items.filter(({ completed }) => completed).length} total={items.length} />
			</div>
			{items.length > 0 && <Checklist items={items} />}
			<KeepFiles path={downloads} formats={formats} />
		</main>
	);
}
