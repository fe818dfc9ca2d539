"use client";

import type { Item } from "./item";

/** The items of a list, to be read. On the client's side, so that they are sent as they are and not once more as elements. */
export function Checklist({ items }: { items: readonly Item[] }) {
	return (
		<ul className="checklist rounded-lg border border-line bg-surface p-2 shadow-1">
			{items.map(({ id, text, completed }) => (
				<li key={id} className={completed ? "done" : undefined}>
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
