"use client";

import { clsx } from "clsx";
import type { Item } from "./item";
import { useFresh } from "./use-fresh";

/** The items of a list, to be read. On the client's side, so that they are sent as they are and not once more as elements. */
export function Checklist({ items }: { items: readonly Item[] }) {
	const fresh = useFresh(items);
	return (
		<ul className="checklist rounded-lg border border-line bg-surface p-2 shadow-1">
			{items.map(({ id, text, completed }) => (
				// What changed comes in anew.
				<li key={`${id} ${fresh.get(id) ?? 0}`} className={clsx(completed && "done", fresh.has(id) && "fresh") || undefined}>
					<span dir="auto">
						{completed && (
							// Of its own direction: it must not decide how the text runs.
							<b dir="ltr" className="sr-only">
								Done:{" "}
							</b>
						)}
						{text}
					</span>
				</li>
			))}
		</ul>
	);
}
