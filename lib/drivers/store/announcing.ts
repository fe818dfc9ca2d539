import type { Bus, Items, Shares, Tokens, Users, World } from "@/lib/ports";

type Call = (...given: unknown[]) => Promise<unknown>;
/**
 * For every method of a port what it changes of what links show, as the topics to tell; null for nothing. A method that is missing
 * here does not compile. `result` is undefined when the call failed: whether it changed something may then be unknown.
 */
type Changes<Port> = {
	[Name in keyof Port]: Port[Name] extends (...given: infer Given) => Promise<infer Result>
		? null | ((result: Result | undefined, ...given: Given) => string[])
		: never;
};

const item = (id: number) => [`item:${id}`];
const share = (id: number) => [`share:${id}`];
const owner = (id: string) => [`owner:${id}`];

const items: Changes<Items> = {
	byId: null,
	bySource: null,
	list: null,
	heads: null,
	files: null,
	countOwn: null,
	members: null,
	firstMembers: null,
	hasMember: null,
	blob: null,
	twinOf: null,
	blobTypes: null,
	knownBlobs: null,
	// What is new is shown nowhere yet.
	create: null,
	update: (_, id) => item(id),
	setCover: (_, id) => item(id),
	trash: (_, id) => item(id),
	restore: (_, { id }) => item(id),
	// What goes for good was told when it was hidden.
	purge: null,
};

const shares: Changes<Shares> = {
	byCode: null,
	byId: null,
	counts: null,
	list: null,
	allowed: null,
	allowEntries: null,
	stats: null,
	ownerStats: null,
	listPrimary: null,
	primary: null,
	snapshot: null,
	freeze: (_, id) => share(id),
	thaw: (_, id) => share(id),
	// Which link it would have been is unknown when it failed, and it may have got another context all the same.
	publish: (result, { itemId, ownerId }) => (result ? share(result.share.id) : [...item(itemId), ...owner(ownerId)]),
	// What is new was shown to nobody yet.
	add: null,
	update: (_, { ids }) => ids.flatMap(share),
	spendOpening: (_, { id }) => share(id),
	admitAllowed: (_, { id }) => share(id),
	bindAllowed: (ids) => (ids ?? []).flatMap(share),
	note: null,
	events: null,
	end: (_, id) => share(id),
};

const users: Changes<Users> = {
	byId: null,
	byEmail: null,
	idsByEmail: null,
	byReferralCode: null,
	byProvider: null,
	providersOf: null,
	referrals: null,
	create: null,
	update: (_, id) => owner(id),
	remove: (_, id) => owner(id),
};

const tokens: Changes<Tokens> = {
	list: null,
	userOf: null,
	// What is new opened nothing yet; an old one that goes for it is noticed by and by.
	create: null,
	remove: (_, userId) => owner(userId),
};

/** Tells the bus of every change of what links show: after its commit, and before whoever asked for it learns that it is done. */
export function announcingStore<S extends Pick<World, "items" | "shares" | "users" | "tokens">>(store: S, bus: Bus): S {
	return {
		...store,
		items: announcing(store.items, items, bus),
		shares: announcing(store.shares, shares, bus),
		users: announcing(store.users, users, bus),
		tokens: announcing(store.tokens, tokens, bus),
	};
}

function announcing<Port extends object>(port: Port, changes: Changes<Port>, bus: Bus): Port {
	const topics = changes as Record<string, ((...given: unknown[]) => string[]) | null>;
	const wrap = (call: Call, topicsOf: ((...given: unknown[]) => string[]) | null | undefined): Call => {
		if (!topicsOf) return call;
		return async (...given: unknown[]) => {
			let result: unknown;
			try {
				result = await call(...given);
				return result;
			} finally {
				await Promise.all(topicsOf(result, ...given).map((topic) => bus.publish(topic, "changed")));
			}
		};
	};
	// Method by method the same signatures, which no type of `entries` can say.
	return Object.fromEntries(
		Object.entries<Call>(port as Record<string, Call>).map(([name, call]) => [name, wrap(call, topics[name])]),
	) as Port;
}
