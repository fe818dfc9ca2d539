import { randomUUID } from "node:crypto";
import type { Bus } from "@/lib/ports";
import { readCounts, writeCounts } from "./viewer-message";

/** In ms: how often an instance says how many look at it there, and after what silence of another its people are gone. */
const repeat = 5_000;
const silence = 12_000;

/** One who counts: the link's people, and on the item's own page nobody. */
export type Seat = {
	/** So many look at the link here. */
	here(count: number): void;
	onLink(): number;
	/** At any of the item's links. */
	onItem(): number;
	leave(): void;
};
type Taken = { shareId: number; count: number; changed: () => void };
type Other = { counts: ReadonlyMap<number, number>; heardAt: number };
/** All that is known of those who look at one item. */
type Group = { seats: Set<Taken>; others: Map<string, Other>; end(): void };

const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0);

/** How many people look at what, on this instance and on others: each tells the others its own. */
export function viewers(bus: Bus) {
	const me = randomUUID();
	const groups = new Map<number, Group>();

	const topicOf = (itemId: number) => `viewers:${itemId}`;

	function ours({ seats }: Group): Map<number, number> {
		const counts = new Map<number, number>();
		for (const { shareId, count } of seats) if (count > 0) counts.set(shareId, (counts.get(shareId) ?? 0) + count);
		return counts;
	}

	function say(itemId: number, group: Group, asks = false): void {
		void bus.publish(topicOf(itemId), writeCounts({ from: me, counts: ours(group), asks }));
	}

	function open(itemId: number): Group {
		const group: Group = { seats: new Set(), others: new Map(), end };
		const changed = () => {
			for (const seat of group.seats) seat.changed();
		};
		const unheard = bus.subscribe(topicOf(itemId), (text) => {
			const message = readCounts(text);
			if (!message || message.from === me) return;
			if (message.asks) say(itemId, group);
			if (message.counts.size > 0) group.others.set(message.from, { counts: message.counts, heardAt: performance.now() });
			else if (!group.others.delete(message.from)) return;
			changed();
		});
		const repeating = setInterval(() => {
			const before = group.others.size;
			for (const [from, { heardAt }] of group.others) if (performance.now() - heardAt > silence) group.others.delete(from);
			if (group.others.size < before) changed();
			if (ours(group).size > 0) say(itemId, group);
		}, repeat);
		function end(): void {
			unheard();
			clearInterval(repeating);
			groups.delete(itemId);
		}
		groups.set(itemId, group);
		say(itemId, group, true);
		return group;
	}

	return {
		/** Takes part in the count of an item's link, or with no link only looks. `changed` is called whenever it may be another. */
		sit(itemId: number, shareId: number | null, changed: () => void): Seat {
			const group = groups.get(itemId) ?? open(itemId);
			const seat: Taken = { shareId: shareId ?? 0, count: 0, changed };
			group.seats.add(seat);
			const all = () => [ours(group), ...[...group.others.values()].map(({ counts }) => counts)];
			const here = (count: number) => {
				if (count === seat.count) return;
				seat.count = count;
				say(itemId, group);
				for (const other of group.seats) other.changed();
			};
			return {
				here,
				onLink: () => sum(all().map((counts) => counts.get(seat.shareId) ?? 0)),
				onItem: () => sum(all().flatMap((counts) => [...counts.values()])),
				leave() {
					here(0);
					group.seats.delete(seat);
					if (group.seats.size === 0) group.end();
				},
			};
		},
	};
}
export type Viewers = ReturnType<typeof viewers>;
