import type { Medium } from "./model";

const numbered = (media: readonly Medium[]): Medium[] => media.map((medium, order) => ({ ...medium, order }));

/** With one of them moved to another place. */
export function moved(media: readonly Medium[], from: number, to: number): Medium[] {
	return numbered(media.toSpliced(from, 1).toSpliced(to, 0, ...media.slice(from, from + 1)));
}

export function without(media: readonly Medium[], id: number): Medium[] {
	return numbered(media.filter((medium) => medium.id !== id));
}

/** With one more at its place, or at the end; one that is there stays where it is. */
export function withMedium(media: readonly Medium[], medium: Medium): Medium[] {
	return media.some(({ id }) => id === medium.id) ? [...media] : numbered(media.toSpliced(medium.order, 0, medium));
}

/** What the server has, in the order that it was given here: what is new there comes behind, what is gone there goes. */
export function inOrderOf(order: readonly number[], theirs: readonly Medium[]): Medium[] {
	const place = new Map(order.map((id, index) => [id, index]));
	const rank = ({ id }: Medium) => place.get(id) ?? order.length;
	return numbered(theirs.toSorted((a, b) => rank(a) - rank(b)));
}
