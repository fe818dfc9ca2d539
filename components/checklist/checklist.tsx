import { Check } from "lucide-react";
import type { Item } from "./item";

/** The items of a list, to be read. What is far from the window is not laid out until it comes near. */
export function Checklist({ items }: { items: readonly Item[] }) {
	return (
		<ul className="rounded-lg border border-line bg-surface p-2 shadow-1">
			{items.map(({ id, text, completed }) => (
				<li
					key={id}
					className="flex gap-3.5 border-t border-line px-3 py-3 [contain-intrinsic-size:auto_3.0625rem] [content-visibility:auto] first:border-0"
				>
					{completed ? (
						<span className="grid size-6 shrink-0 place-items-center rounded-sm bg-(--tint) text-(--tint-ink) ring-1 ring-ink/15 ring-inset">
							<Check aria-hidden="true" className="size-4" strokeWidth={3} />
							<span className="sr-only">Done:</span>
						</span>
					) : (
						<span className="size-6 shrink-0 rounded-sm border-2 border-line-strong" />
					)}
					<span
						dir="auto"
						className={`min-w-0 flex-1 text-left whitespace-pre-wrap wrap-anywhere ${completed ? "text-ink-3 line-through decoration-ink-3/60" : ""}`}
					>
						{text}
					</span>
				</li>
			))}
		</ul>
	);
}
