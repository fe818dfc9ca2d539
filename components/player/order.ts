import type { Track } from "./track";

export type Repeat = "off" | "all" | "one";

/** A list of tracks, the sequence (of places in that list) in which they are played, and how far along it we are. */
export type Order = { tracks: readonly Track[]; sequence: readonly number[]; at: number };

/** The list as it stands, beginning at `index`. */
export function inOrder(tracks: readonly Track[], index: number): Order {
	return { tracks, sequence: tracks.map((_, place) => place), at: index };
}

export function currentOf({ tracks, sequence, at }: Order): Track | undefined {
	return tracks[sequence[at] ?? -1];
}

/** The current track, and all others after it in an order drawn now. `random` answers 0 up to 1. */
export function shuffled(order: Order, random: () => number = Math.random): Order {
	const rest = order.sequence.toSpliced(order.at, 1);
	for (let last = rest.length - 1; last > 0; last--) {
		const drawn = Math.floor(random() * (last + 1));
		const [a, b] = [rest[last], rest[drawn]];
		if (a === undefined || b === undefined) continue;
		rest[last] = b;
		rest[drawn] = a;
	}
	return { ...order, sequence: [...order.sequence.slice(order.at, order.at + 1), ...rest], at: 0 };
}

/** Back in the list's own order, at the same track. What was taken out stays out. */
export function unshuffled(order: Order): Order {
	const sequence = order.sequence.toSorted((a, b) => a - b);
	return { ...order, sequence, at: sequence.indexOf(order.sequence[order.at] ?? -1) };
}

/** The order with another track of the same list picked by hand: it comes now, and Back leads to where we were. */
export function picked(order: Order, index: number): Order {
	const rest = order.sequence.filter((place) => place !== index);
	const at = rest.indexOf(order.sequence[order.at] ?? -1) + 1;
	return { ...order, sequence: rest.toSpliced(at, 0, index), at };
}

/** `by` tracks on (or back, when negative); null where nothing follows. */
export function stepped(order: Order, by: number, repeat: Repeat): Order | null {
	const { length } = order.sequence;
	const at = order.at + by;
	if (at >= 0 && at < length) return { ...order, at };
	return repeat === "all" && length > 0 ? { ...order, at: (at + length) % length } : null;
}

/** Without the track that would come `ahead` (1 or more) tracks from now. */
export function without(order: Order, ahead: number): Order {
	return { ...order, sequence: order.sequence.toSpliced(order.at + ahead, 1) };
}

/** What comes after the current track, in order. */
export function upNext({ tracks, sequence, at }: Order): Track[] {
	return sequence.slice(at + 1).flatMap((place) => tracks[place] ?? []);
}
