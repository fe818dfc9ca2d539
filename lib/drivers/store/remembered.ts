/** How much is remembered, and how old it may be in ms, from the moment it was asked for; null is without end. */
export type Extent = { most: number; maxAge: number | null };
type Kept<Value> = { value: Value; topics: string[]; begun: number };
/** A look that is under way, and of what changed meanwhile. */
type Look<Value> = { found: Promise<Value | null>; begun: number; heard: Set<string> };

export type Remembered<Value> = {
	get(key: string): Promise<Value | null>;
	/** What the topic speaks of changed: forgets everything that depends on it. */
	forget(topic: string): void;
	/** Anything may have changed. */
	forgetAll(): void;
};

const anything = "*";

/**
 * Remembers what `load` finds, the latest used ones, until something changes that it depends on (`topicsOf`). What was not
 * there is not remembered. Many who ask for one thing at once make one look; nobody joins a look that began before
 * a change that they may know of, and what such a look finds is not kept.
 */
export function remembered<Value>(
	load: (key: string) => Promise<Value | null>,
	topicsOf: (value: Value, key: string) => string[],
	{ most, maxAge }: Extent,
	now: () => number = () => performance.now(),
): Remembered<Value> {
	/** In order of last use. */
	const kept = new Map<string, Kept<Value>>();
	const keysOf = new Map<string, Set<string>>();
	const looks = new Set<Look<Value>>();
	/** Those that newcomers may join. */
	const joinable = new Map<string, Look<Value>>();
	const isFresh = ({ begun }: { begun: number }) => maxAge === null || now() - begun < maxAge;

	function drop(key: string): void {
		for (const topic of kept.get(key)?.topics ?? []) {
			const keys = keysOf.get(topic);
			keys?.delete(key);
			if (keys?.size === 0) keysOf.delete(topic);
		}
		kept.delete(key);
	}

	function keep(key: string, value: Value, { begun, heard }: Look<Value>): void {
		const topics = topicsOf(value, key);
		if (heard.has(anything) || topics.some((topic) => heard.has(topic))) return;
		drop(key);
		kept.set(key, { value, topics, begun });
		for (const topic of topics) keysOf.set(topic, (keysOf.get(topic) ?? new Set()).add(key));
		const [oldest] = kept.keys();
		if (kept.size > most && oldest !== undefined) drop(oldest);
	}

	function begin(key: string): Promise<Value | null> {
		const look: Look<Value> = { found: load(key), begun: now(), heard: new Set() };
		looks.add(look);
		joinable.set(key, look);
		const end = () => {
			looks.delete(look);
			if (joinable.get(key) === look) joinable.delete(key);
		};
		look.found = look.found.then(
			(value) => {
				end();
				if (value !== null) keep(key, value, look);
				return value;
			},
			(error: unknown) => {
				end();
				throw error;
			},
		);
		return look.found;
	}

	function hear(topic: string): void {
		// Only what is found tells what it depends on: until then every look may be out of date.
		for (const { heard } of looks) heard.add(topic);
		joinable.clear();
	}

	return {
		async get(key) {
			const found = kept.get(key);
			if (found && isFresh(found)) {
				kept.delete(key);
				kept.set(key, found);
				return found.value;
			}
			const look = joinable.get(key);
			return look && isFresh(look) ? look.found : begin(key);
		},
		forget(topic) {
			hear(topic);
			for (const key of [...(keysOf.get(topic) ?? [])]) drop(key);
		},
		forgetAll() {
			hear(anything);
			kept.clear();
			keysOf.clear();
		},
	};
}
