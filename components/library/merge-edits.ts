const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Two edits of one thing, made of what both knew. `adopt` are the fields that only they changed; `conflicts` those that both
 * changed, each to something else.
 */
export function mergeEdits<Values extends object>(
	known: Values,
	theirs: Values,
	mine: Partial<Values>,
): { adopt: (keyof Values)[]; conflicts: (keyof Values)[] } {
	const changed = (Object.keys(theirs) as (keyof Values)[]).filter((key) => !equal(known[key], theirs[key]));
	return {
		adopt: changed.filter((key) => !(key in mine)),
		conflicts: changed.filter((key) => key in mine && !equal(mine[key], theirs[key])),
	};
}
