"use client";

import { closestCenter, DndContext, type DragEndEvent, type DragStartEvent } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useId, useLayoutEffect, useRef, useState } from "react";
import { holdEarlyKeys, instructionsFor, upright, useAnnouncements, useOrderSensors } from "@/components/library/order-by-hand";
import { type Item, nameOf } from "./item";
import type { ItemActions, Wanted } from "./item-actions";
import { ItemRow } from "./item-row";

/** A row of one line, in pixels. */
const oneLine = 48;

/** The ids in order; the same array while only texts and ticks change. */
function useIds(items: readonly Item[]): string[] {
	const [ids, setIds] = useState(() => items.map(({ id }) => id));
	if (ids.length === items.length && items.every(({ id }, at) => id === ids[at])) return ids;
	const fresh = items.map(({ id }) => id);
	setIds(fresh);
	return fresh;
}

type ItemListProps = { items: readonly Item[]; actions: ItemActions; wanted: Wanted | null; onWanted: () => void };

/** The items of a list, of which only those near the window are drawn: five thousand are as quick as fifty. */
export function ItemList({ items, actions, wanted, onWanted }: ItemListProps) {
	const sensors = useOrderSensors();
	const announcements = useAnnouncements(items, nameOf);
	const id = useId();
	const list = useRef<HTMLUListElement>(null);
	const [above, setAbove] = useState(0);
	// Whoever holds the focus, or is dragged, stays drawn however far the page is scrolled.
	const [focused, setFocused] = useState<string | null>(null);
	const [dragged, setDragged] = useState<string | null>(null);
	const ids = useIds(items);
	const places = [wanted?.id, focused, dragged].map((each) => (each ? ids.indexOf(each) : -1)).filter((place) => place >= 0);

	useLayoutEffect(() => {
		const top = list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0;
		if (top !== above) setAbove(top);
	});

	const rows = useWindowVirtualizer({
		count: items.length,
		estimateSize: () => oneLine,
		// The same while the ids are: the places of five thousand rows are not reckoned anew with every letter.
		getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
		overscan: 10,
		scrollMargin: above,
		initialRect: { width: 0, height: 900 },
		rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), ...places])].sort((a, b) => a - b),
	});
	const { measureElement } = rows;
	const measure = useCallback((element: Element | null) => measureElement(element), [measureElement]);

	function drop({ active, over }: DragEndEvent) {
		setDragged(null);
		const [from, to] = [active.id, over?.id].map((each) => ids.indexOf(String(each)));
		if (from !== undefined && to !== undefined && from >= 0 && to >= 0) actions.move(from, to);
	}

	return (
		<DndContext
			id={id}
			sensors={sensors}
			collisionDetection={closestCenter}
			modifiers={[upright]}
			accessibility={{ announcements, screenReaderInstructions: { draggable: instructionsFor("item") } }}
			onDragStart={(event: DragStartEvent) => {
				setDragged(String(event.active.id));
				holdEarlyKeys(event);
			}}
			onDragEnd={drop}
			onDragCancel={() => setDragged(null)}
		>
			<SortableContext items={ids} strategy={verticalListSortingStrategy}>
				<ul ref={list} aria-label="Items" className="relative" style={{ height: rows.getTotalSize() }}>
					{rows.getVirtualItems().map(({ index, start, key }) => {
						const item = items[index];
						return (
							item && (
								<ItemRow
									key={key}
									item={item}
									index={index}
									last={items.length - 1}
									top={start - above}
									measure={measure}
									actions={actions}
									caret={wanted?.id === item.id ? wanted.caret : null}
									onCaret={onWanted}
									onFocus={setFocused}
								/>
							)
						);
					})}
				</ul>
			</SortableContext>
		</DndContext>
	);
}
