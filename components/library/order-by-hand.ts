import {
	type Announcements,
	type DragStartEvent,
	KeyboardSensor,
	type Modifier,
	MouseSensor,
	TouchSensor,
	type UniqueIdentifier,
	useSensor,
	useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { useRef } from "react";

/** A row moves up and down, never sideways: a page that scrolls sideways under a finger is worse than a stiff row. */
export const upright: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** What a screen reader says of the handle of a song, or of whatever the row is. */
export const instructionsFor = (what: string) =>
	`Press Space to pick the ${what} up, the arrow keys to move it, Space again to put it down, Escape to leave it where it was.`;

/** By mouse, by finger, by keyboard. A finger must rest on the handle for a moment: one that swipes scrolls the page, as everywhere. */
export function useOrderSensors() {
	return useSensors(
		useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
		useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
		useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
	);
}

/**
 * Begins as soon as a row is picked up by a key. dnd-kit hears keys from a timer on that it sets then, and on a busy machine the next key
 * comes before that timer and would be lost. It is held back until dnd-kit listens.
 */
export function holdEarlyKeys({ activatorEvent }: Pick<DragStartEvent, "activatorEvent">): void {
	if (!(activatorEvent instanceof KeyboardEvent)) return;
	const early: KeyboardEvent[] = [];
	const hold = (event: KeyboardEvent) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		early.push(event);
	};
	window.addEventListener("keydown", hold, { capture: true });
	const release = () => {
		window.removeEventListener("keydown", hold, { capture: true });
		for (const { key, code, target } of early)
			target?.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
	};
	// dnd-kit sets its timer after this one; one that is set when this one is due comes after both.
	setTimeout(() => setTimeout(release));
}

/** What is told of a row while it moves. */
export function useAnnouncements<Row extends { id: string }>(rows: readonly Row[], nameOf: (row: Row) => string): Announcements {
	// A row that is picked up lies over its own place first: that is no news.
	const told = useRef<UniqueIdentifier | undefined>(undefined);
	const title = (id: UniqueIdentifier) =>
		rows
			.filter((row) => row.id === id)
			.map(nameOf)
			.join();
	const place = (id: UniqueIdentifier) => `number ${rows.findIndex((row) => row.id === id) + 1} of ${rows.length}`;
	return {
		onDragStart: ({ active }) => {
			told.current = active.id;
			return `Picked up ${title(active.id)}, ${place(active.id)}.`;
		},
		onDragOver: ({ active, over }) => {
			if (!over || over.id === told.current) return;
			told.current = over.id;
			return `${title(active.id)}: now ${place(over.id)}.`;
		},
		onDragEnd: ({ active, over }) => `${title(active.id)} put down as ${place(over?.id ?? active.id)}.`,
		onDragCancel: ({ active }) => `${title(active.id)} stays ${place(active.id)}.`,
	};
}
