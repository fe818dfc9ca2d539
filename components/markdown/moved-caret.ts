/** Where a caret that stood at `place` in one text stands in another that was made of it. */
export function movedCaret(before: string, after: string, place: number): number {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	if (place <= head) return place;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return Math.max(head, after.length - Math.min(tail, before.length - place));
}
