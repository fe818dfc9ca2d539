import type { Heard, ServerEvent } from "@/lib/live/events";

type Told = { event: string; payload: unknown };

/** Remembers what was heard, in order, and waits for what is to come. */
export class Ear {
	readonly told: Told[] = [];
	private readonly taken = new Set<Told>();
	private readonly waiting = new Set<() => void>();

	hear(event: string, payload: unknown): void {
		this.told.push({ event, payload });
		for (const look of this.waiting) look();
	}

	/**
	 * The next of these events that was not asked for before, as soon as it comes; with `like` the next that fits. After `patience` ms, where
	 * that is told, it is an error that says what was heard instead.
	 */
	next<Event extends ServerEvent>(
		event: Event,
		like: (payload: Heard<Event>) => boolean = () => true,
		patience?: number,
	): Promise<Heard<Event>> {
		return new Promise((resolve, reject) => {
			const late = patience && setTimeout(() => reject(new Error(`No ${event} that fits, but ${JSON.stringify(this.told)}`)), patience);
			const look = () => {
				const found = this.told.find((each) => each.event === event && !this.taken.has(each) && like(each.payload as never));
				if (!found) return;
				this.taken.add(found);
				this.waiting.delete(look);
				clearTimeout(late);
				resolve(found.payload as never);
			};
			this.waiting.add(look);
			look();
		});
	}
}
