/** Who listens in this process: the part that every bus shares. */
export type Subscribers = {
	/** Calls everybody who listens to the topic, before it returns. */
	tell(topic: string, message: string): void;
	/** Tells everybody, whatever their topics, that anything may have changed. */
	tellUnsure(): void;
	subscribe(topic: string, hear: (message: string) => void): () => void;
	subscribeAll(hear: (topic: string, message: string) => void): () => void;
};

/** Each subscription is an entry of its own, so that ending one of two equal ones leaves the other. */
type Entry<Hear> = { hear: Hear };

export function subscribers(): Subscribers {
	const byTopic = new Map<string, Set<Entry<(message: string) => void>>>();
	const wildcards = new Set<Entry<(topic: string, message: string) => void>>();

	return {
		tell(topic, message) {
			// The wildcards first: a cache has to forget before anybody looks again.
			for (const hear of hearers(wildcards)) call(() => hear(topic, message));
			for (const hear of hearers(byTopic.get(topic) ?? [])) call(() => hear(message));
		},
		tellUnsure() {
			for (const hear of hearers(wildcards)) call(() => hear("*", "unsure"));
			for (const hear of hearers([...byTopic.values()].flatMap((entries) => [...entries]))) call(() => hear("unsure"));
		},
		subscribe(topic, hear) {
			const entry = { hear };
			const entries = byTopic.get(topic) ?? new Set();
			byTopic.set(topic, entries.add(entry));
			return () => {
				entries.delete(entry);
				if (entries.size === 0 && byTopic.get(topic) === entries) byTopic.delete(topic);
			};
		},
		subscribeAll(hear) {
			const entry = { hear };
			wildcards.add(entry);
			return () => wildcards.delete(entry);
		},
	};
}

/** Everybody once, however many of the subscriptions are theirs; a copy, because who hears may subscribe or leave. */
function hearers<Hear>(entries: Iterable<Entry<Hear>>): Set<Hear> {
	return new Set([...entries].map(({ hear }) => hear));
}

/** A listener's failure, at once or later, is neither the sender's nor the next listener's; nor does it end the process. */
function call(tell: () => unknown): void {
	const failed = (error: unknown) => console.error("A listener on the bus failed:", error);
	try {
		Promise.resolve(tell()).catch(failed);
	} catch (error) {
		failed(error);
	}
}
