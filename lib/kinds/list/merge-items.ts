export type Item = { id: string; text: string; completed: boolean };
/** What becomes of an item whose text both changed: ours, theirs, or ours with theirs below it. */
export type Choice = "mine" | "theirs" | "both";

const byId = (items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));

/** Items whose text both changed, each to something else. */
export function clashes(known: readonly Item[], theirs: readonly Item[], mine: readonly Item[]): { mine: Item; theirs: Item }[] {
	const [before, there] = [byId(known), byId(theirs)];
	return mine.flatMap((item) => {
		const other = there.get(item.id);
		const was = before.get(item.id)?.text;
		return other && other.text !== item.text && other.text !== was && item.text !== was ? [{ mine: item, theirs: other }] : [];
	});
}

/**
 * Makes one list of two that began as `known`: what either added, changed, ticked or moved is in it, and what one deleted is not, unless the
 * other changed it meanwhile. Where both changed one text it is as `choice` says.
 */
export function mergeItems(
	known: readonly Item[],
	theirs: readonly Item[],
	mine: readonly Item[],
	choice: Choice,
	newId: () => string,
): Item[] {
	const [before, there, here] = [byId(known), byId(theirs), byId(mine)];
	const clashing = byId(clashes(known, theirs, mine).map((clash) => clash[choice === "theirs" ? "theirs" : "mine"]));
	const result = new Map<string, Item>();
	for (const id of new Set([...here.keys(), ...there.keys()])) {
		const item = one(before.get(id), there.get(id), here.get(id));
		if (item) result.set(id, { ...item, text: clashing.get(id)?.text ?? item.text });
	}
	const moved = !sameOrder(known, mine, theirs);
	const [first, second] = moved ? [mine, theirs] : [theirs, mine];
	return order(result, first, second).flatMap((item) => {
		const other = choice === "both" && clashing.has(item.id) ? there.get(item.id) : undefined;
		return other ? [item, { ...other, id: newId() }] : [item];
	});
}

/** One item of two; of texts that both changed it has ours. Null: it is deleted. */
function one(known: Item | undefined, theirs: Item | undefined, mine: Item | undefined): Item | null {
	if (!theirs || !mine) {
		const left = theirs ?? mine ?? null;
		const isDeleted = known && left?.text === known.text && left.completed === known.completed;
		return isDeleted ? null : left;
	}
	return {
		id: mine.id,
		text: mine.text === known?.text ? theirs.text : mine.text,
		completed: mine.completed === known?.completed ? theirs.completed : mine.completed,
	};
}

/** Whether what is in all three stands in ours as it stood before. */
function sameOrder(known: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): boolean {
	const [before, here, there] = [byId(known), byId(mine), byId(theirs)];
	const was = known.filter(({ id }) => here.has(id) && there.has(id));
	const is = mine.filter(({ id }) => before.has(id) && there.has(id));
	return was.every(({ id }, at) => is[at]?.id === id);
}

/** The items in the order of the first list; those that stand in the second alone follow what they follow there. */
function order(items: ReadonlyMap<string, Item>, first: readonly Item[], second: readonly Item[]): Item[] {
	const inFirst = new Set(first.map(({ id }) => id));
	const after = new Map<string | null, string[]>();
	let last: string | null = null;
	for (const { id } of second) {
		if (inFirst.has(id)) last = id;
		else if (items.has(id)) after.set(last, [...(after.get(last) ?? []), id]);
	}
	const ids = [...(after.get(null) ?? []), ...first.flatMap(({ id }) => [id, ...(after.get(id) ?? [])])];
	return ids.flatMap((id) => items.get(id) ?? []);
}
