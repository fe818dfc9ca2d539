"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { clsx } from "clsx";
import { GripVertical } from "lucide-react";
import { memo } from "react";
import { OrderMenu } from "@/components/library/order-menu";
import { buttonClass } from "@/components/ui/button";
import { CheckBox } from "@/components/ui/check-box";
import { type Item, nameOf } from "./item";
import type { ItemActions, Wanted } from "./item-actions";
import { ItemText } from "./item-text";

type ItemRowProps = {
	item: Item;
	index: number;
	/** Index of the last item. */
	last: number;
	/** Where it stands in the list, in pixels. */
	top: number;
	measure: (element: Element | null) => void;
	actions: ItemActions;
	/** Where the caret is to go, when it is to go into this one. */
	caret: Wanted["caret"] | null;
	onCaret: () => void;
	onFocus: (id: string) => void;
};

/** What stands in the row: it is not drawn again while others are typed in or moved. */
const ItemRowContent = memo(function ItemRowContent({
	item,
	index,
	last,
	actions,
	caret,
	onCaret,
}: Omit<ItemRowProps, "top" | "measure" | "onFocus">) {
	const name = nameOf(item);
	return (
		<>
			<CheckBox
				label={`Done: ${name}`}
				checked={item.completed}
				onChange={(completed) => actions.tick(item.id, completed)}
				className="mt-2.5 shrink-0 data-[state=checked]:bg-(--tint)! data-[state=checked]:text-(--tint-ink)!"
			/>
			<ItemText item={item} name={name} actions={actions} caret={caret} onCaret={onCaret} />
			<div className="mt-1 [&_button]:text-ink-3 [&_button:hover]:text-ink">
				<OrderMenu title={name} place="list" index={index} last={last} onMove={actions.move} onRemove={() => actions.remove(item.id)} />
			</div>
		</>
	);
});

/** One item of a list that is being edited: its handle, its box, its text, its menu. */
export const ItemRow = memo(function ItemRow({ top, measure, onFocus, ...row }: ItemRowProps) {
	const { item, index, last } = row;
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: item.id });
	return (
		<li
			ref={(element) => {
				setNodeRef(element);
				measure(element);
			}}
			data-index={index}
			aria-setsize={last + 1}
			aria-posinset={index + 1}
			style={{ top, transform: CSS.Translate.toString(transform), transition }}
			onFocusCapture={() => onFocus(item.id)}
			className={clsx(
				"@container group absolute inset-x-0 flex items-start gap-1.5 rounded-md py-0.5 pr-1 sm:gap-2",
				isDragging ? "z-2 bg-surface shadow-2" : "focus-within:bg-ink/4 hover:bg-ink/4",
			)}
		>
			<button
				type="button"
				ref={setActivatorNodeRef}
				{...attributes}
				{...listeners}
				aria-label={`Move ${nameOf(item)}`}
				className={buttonClass(
					{ tone: "quiet", size: "s", icon: true },
					"mt-1 w-7! touch-manipulation text-ink-3! active:cursor-grabbing cursor-grab!",
				)}
			>
				<GripVertical aria-hidden="true" />
			</button>
			<ItemRowContent {...row} />
		</li>
	);
});
