import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import { type Item, isBlank, mostItems, nameOf, newItemId } from "./item";
import { typedLines } from "./typed-lines";

type Items = readonly Item[];
export type Wanted = { id: string; caret: "start" | "end" };

type Around = {
	now: () => Items;
	arrange: (change: (now: Items) => Items) => void;
	/** Puts the caret into an item as soon as it is drawn. */
	focus: (wanted: Wanted) => void;
	/** Tells what is not seen. */
	say: (words: string) => void;
};

/** What can be done to a list, each by its items' ids. */
export function itemActions({ now, arrange, focus, say }: Around) {
	const place = (id: string) => now().findIndex((item) => item.id === id);
	const change = (id: string, changes: Partial<Item>) =>
		arrange((items) => items.map((item) => (item.id === id ? { ...item, ...changes } : item)));

	function insert(at: number, added: readonly Item[]): number {
		const room = mostItems - now().length;
		if (added.length > room) void toast(`A list holds ${mostItems.toLocaleString("en")} items. The last ones were left out.`, "bad");
		const fitting = added.slice(0, Math.max(0, room));
		if (fitting.length > 0) arrange((items) => items.toSpliced(at, 0, ...fitting));
		return fitting.length;
	}

	/** Puts back what went, each where it stood, as far as that is still there. */
	function putBack(gone: readonly { item: Item; at: number }[]) {
		arrange((items) => {
			const there = new Set(items.map(({ id }) => id));
			return gone.reduce<Item[]>((all, { item, at }) => (there.has(item.id) ? all : all.toSpliced(at, 0, item)), [...items]);
		});
	}

	function move(from: number, to: number) {
		const item = now()[from];
		if (!item || to < 0 || to >= now().length || from === to) return;
		arrange((items) => items.toSpliced(from, 1).toSpliced(to, 0, item));
		say(`${nameOf(item)}: now number ${to + 1} of ${now().length}`);
	}

	/** Takes an item out and offers to take that back; `as` is how it was before it was emptied. */
	function remove(id: string, as?: Item) {
		const at = place(id);
		const item = now()[at];
		if (!item) return;
		arrange((items) => items.filter((each) => each.id !== id));
		const gone = as ?? item;
		if (isBlank(gone)) return;
		say(`${nameOf(gone)} removed`);
		void toast(`Removed ${quoted(nameOf(gone))}`, "plain", { undo: () => putBack([{ item: gone, at }]) });
	}

	return {
		change,
		move,
		remove,
		tick: (id: string, completed: boolean) => change(id, { completed }),
		/** Adds these at the end; answers how many there was room for. */
		append(text: string): number {
			const added = typedLines(text);
			const count = insert(now().length, added);
			if (count > 0) say(count === 1 && added[0] ? `${nameOf(added[0])} added` : `${count} items added`);
			return count;
		},
		/** An empty item below this one, with the caret in it. */
		addBelow(id: string) {
			const item = { id: newItemId(), text: "", completed: false };
			if (insert(place(id) + 1, [item]) > 0) focus({ id: item.id, caret: "end" });
		},
		/** Several lines that were pasted into an item: they follow it, or take its place where it is empty. */
		pasteBelow(id: string, text: string) {
			const at = place(id);
			const item = now()[at];
			const added = typedLines(text);
			if (!item || added.length === 0) return;
			if (isBlank(item)) arrange((items) => items.filter((each) => each.id !== id));
			const count = insert(isBlank(item) ? at : at + 1, added);
			const last = added[count - 1];
			if (last) focus({ id: last.id, caret: "end" });
		},
		/** Takes an empty item out and goes to the one above, or else below. */
		removeEmpty(id: string, as?: Item) {
			const at = place(id);
			const neighbour = now()[at - 1] ?? now()[at + 1];
			remove(id, as);
			if (neighbour) focus({ id: neighbour.id, caret: at > 0 ? "end" : "start" });
		},
		/** To the item above or below. */
		step(id: string, by: 1 | -1) {
			const neighbour = now()[place(id) + by];
			if (neighbour) focus({ id: neighbour.id, caret: by > 0 ? "start" : "end" });
		},
		moveBy(id: string, by: 1 | -1) {
			const at = place(id);
			move(at, at + by);
			focus({ id, caret: "end" });
		},
		clearCompleted() {
			const gone = now().flatMap((item, at) => (item.completed ? [{ item, at }] : []));
			arrange((items) => items.filter(({ completed }) => !completed));
			say(`${gone.length} removed`);
			void toast(
				`Removed ${gone.length === 1 ? "one item that was done" : `${gone.length.toLocaleString("en")} items that were done`}`,
				"plain",
				{
					undo: () => putBack(gone),
				},
			);
		},
	};
}
export type ItemActions = ReturnType<typeof itemActions>;
