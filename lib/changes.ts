import type { Bus } from "@/lib/ports";
import { isRefused } from "@/lib/refused";

type Watched = {
	shareId?: number;
	itemIds: number[];
	ownerIds: string[];
	/** In ms: looks again after this long, for what nobody tells; without it never. */
	every?: number;
};
/** Why to look: `time` when nothing was told, and only what changes by itself can be another. */
export type Why = "told" | "time";

/** In ms. Who is unsure looks twice a second; all of them at once would stand in line for the database, so each waits its part of this. */
const spread = 200;
/** In ms: what an unsure look found may have been remembered from before the change, and after the last of them nothing more is told. */
const onceMore = 600;

/**
 * Calls `changed` once now and whenever the link, one of the items or an account changes: the store announces that (`lib/drivers/store/announcing.ts`).
 * One look at a time: what is told meanwhile is looked for after it, once. Answers the function that ends it.
 */
export function watchChanges(
	bus: Bus,
	{ shareId, itemIds, ownerIds, every = Number.POSITIVE_INFINITY }: Watched,
	changed: (why: Why) => unknown,
): () => void {
	const part = Math.random() * spread;
	let hasEnded = false;
	let isLooking = false;
	let wasTold = false;
	/** Nobody said anything that can be relied on since: one more look is owed. */
	let isUnsure = false;
	/** When the next look is due, if nothing is told until then. */
	let next: NodeJS.Timeout | undefined;
	let soon: NodeJS.Timeout | undefined;

	async function look(why: Why): Promise<void> {
		if (hasEnded) return;
		if (isLooking) {
			wasTold ||= why === "told";
			return;
		}
		isLooking = true;
		clearTimeout(next);
		const begun = performance.now();
		// Who looks into a database that is away for a moment has seen no change.
		try {
			await changed(why);
		} catch (error) {
			if (!isRefused(error)) console.error("Looking for what changed failed:", error);
		}
		isLooking = false;
		if (wasTold) {
			wasTold = false;
			return look("told");
		}
		const within = isUnsure ? Math.min(every, onceMore) : every;
		if (hasEnded || within === Number.POSITIVE_INFINITY) return;
		// Streams that began together, or were told together, do not go on together.
		const due = within * (1 - Math.random() / 4) - (performance.now() - begun);
		next = setTimeout(lookAgain, Math.max(due, within / 2));
	}

	function lookAgain(): void {
		const why = isUnsure ? "told" : "time";
		isUnsure = false;
		void look(why);
	}

	function hear(message: string): void {
		if (message !== "unsure") void look("told");
		else
			soon ??= setTimeout(() => {
				soon = undefined;
				isUnsure = true;
				void look("told");
			}, part);
	}

	const topics = [
		...(shareId === undefined ? [] : [`share:${shareId}`]),
		...itemIds.map((id) => `item:${id}`),
		...new Set(ownerIds.map((id) => `owner:${id}`)),
	];
	const ends = topics.map((topic) => bus.subscribe(topic, hear));
	// What changed between the caller's look and the subscription was told to nobody.
	void look("told");
	return () => {
		hasEnded = true;
		clearTimeout(next);
		clearTimeout(soon);
		for (const end of ends) end();
	};
}
