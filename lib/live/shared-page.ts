import { watchChanges } from "@/lib/changes";
import type { World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import type { Admitted } from "@/lib/shares/admit";
import { askAgain, type CutReason } from "@/lib/shares/watch";
import { pageContent } from "./page-content";
import type { LiveSocket, Sockets } from "./sockets";
import { toldCount } from "./told-count";
import type { Viewers } from "./viewers";

/** Nobody tells that the time of a link is over. In ms. */
const second = 1_000;

/** A link as far as sockets of this process look at what it shows. */
export type SharedPage = {
	/**
	 * From now on they are told what the others are. `welcome` is called before anything else is told, `cut` when the gates refuse them later. False when they
	 * did meanwhile. Rejects when what the link shows cannot be read.
	 */
	enter(socket: LiveSocket, calls: { welcome(shown: Shown | null): void; cut(): void }): Promise<boolean>;
	leave(socket: LiveSocket): void;
	/** Asks the gates again: somebody inside is not who they were. */
	askAgain(): Promise<void>;
	close(): void;
};
export type Shown = { title: string; updatedAt: string };
export type Live = { world: World; io: Sockets; viewers: Viewers };

/** Cuts whom the gates refuse, and tells the others what changes. `whenEmpty` is called when nobody here looks any more. */
export function openSharedPage({ world, io, viewers }: Live, link: Admitted, whenEmpty: () => void): SharedPage {
	const { id: shareId, code, itemId, ownerId, kind } = link;
	const place = `shared:${code}`;
	/** Each with what to call when they are cut. */
	const people = new Map<LiveSocket, () => void>();
	const content = pageContent(world, kind);
	let firstLook: Promise<void> | undefined;
	/** It may show something else than what was told; at the beginning everybody has what it shows. */
	let isOwing = false;
	let isFirst = true;
	let due: NodeJS.Timeout | undefined;
	let lastTold = Number.NEGATIVE_INFINITY;

	const isCounted = ({ data }: LiveSocket) => data.visitor.owner?.id !== ownerId;
	const seat = viewers.sit(itemId, shareId, () => count.tellSoon(false));
	const count = toldCount(io, place, () => {
		seat.here([...people.keys()].filter(isCounted).length);
		return seat.onLink();
	});
	const unwatch = watchChanges(world.bus, { shareId, itemIds: [itemId], ownerIds: [ownerId], every: second }, async (why) => {
		isOwing ||= why === "told" && !isFirst;
		isFirst = false;
		await ask();
		if (isOwing) tellSoon();
	});

	/** Cuts whom the gates refuse; answers the link while it is open to somebody here. */
	async function ask(): Promise<Admitted | null> {
		const asked = [...people.keys()];
		const visitors = asked.map(({ data }) => data.visitor);
		const { share, cuts } = await askAgain(world, link, visitors);
		for (const [at, socket] of asked.entries()) {
			const reason = cuts[at];
			if (reason) cut(socket, reason);
		}
		return share;
	}

	function cut(socket: LiveSocket, reason: CutReason): void {
		const tellCaller = people.get(socket);
		if (socket.rooms.has(place)) socket.emit("sharedContentRevoked", { kind, reason, timestamp: world.clock.now().toISOString() });
		leave(socket);
		tellCaller?.();
	}

	function leave(socket: LiveSocket): void {
		if (!people.delete(socket)) return;
		void socket.leave(place);
		count.tellSoon(true);
		if (people.size > 0) return;
		close();
		whenEmpty();
	}

	function tellSoon(): void {
		if (!content || people.size === 0) return;
		due ??= setTimeout(() => void tell(), Math.max(0, lastTold + content.breath - performance.now()));
	}

	/** What a database that is away for a moment did not answer is owed until the next look. */
	async function tell(): Promise<void> {
		due = undefined;
		lastTold = performance.now();
		isOwing = false;
		try {
			const share = await ask();
			if (share) await content?.tell(io, place, share);
		} catch (error) {
			isOwing = true;
			if (!isRefused(error)) console.error("Telling what a link shows failed:", error);
		}
	}

	function close(): void {
		unwatch();
		clearTimeout(due);
		seat.leave();
		count.close();
	}

	return {
		async enter(socket, { welcome, cut }) {
			people.set(socket, cut);
			try {
				firstLook ??= content?.look(link);
				await firstLook;
			} catch (error) {
				leave(socket);
				throw error;
			}
			if (!people.has(socket)) return false;
			void socket.join(place);
			welcome(content?.shown() ?? null);
			count.tellSoon(true);
			return true;
		},
		leave,
		async askAgain() {
			await ask();
			count.tellSoon(false);
		},
		close,
	};
}
