const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Makes one value of two that began as `known`; null when only somebody who looks at both can. */
export type Merge<Value> = (known: Value, theirs: Value, mine: Value) => Value | null;
export type Merges<Values> = { [Field in keyof Values]?: Merge<Values[Field]> };

/** Two edits of one thing, made of what both knew. */
export type MergedEdits<Values> = {
	/** Fields that only they changed. */
	adopt: (keyof Values)[];
	/** What became of fields that both changed and that can be merged. */
	merged: Partial<Values>;
	/** Fields that both changed, each to something else. */
	conflicts: (keyof Values)[];
};

export function mergeEdits<Values extends object>(
	known: Values,
	theirs: Values,
	mine: Partial<Values>,
	merges: Merges<Values> = {},
): MergedEdits<Values> {
	const edits: MergedEdits<Values> = { adopt: [], merged: {}, conflicts: [] };
	for (const field of Object.keys(theirs) as (keyof Values)[]) {
		if (equal(known[field], theirs[field])) continue;
		const ours = mine[field];
		if (ours === undefined) edits.adopt.push(field);
		else if (!equal(ours, theirs[field])) {
			const merged = merges[field]?.(known[field], theirs[field], ours) ?? null;
			if (merged === null) edits.conflicts.push(field);
			else edits.merged[field] = merged;
		}
	}
	return edits;
}
