import type { Item, ItemHead } from "./ports";

/** An address that a link is for, and the account that passes by it; null while there is none, or it is not known to be its own. */
export type Allowed = { email: string; userId: string | null };
export type Policy = {
	isActive: boolean;
	startsAt: Date | null;
	expiresAt: Date | null;
	/** argon2id; null is without a password. */
	passwordHash: string | null;
	/** Whether the password is asked for; null is: when there is one. A protected link without a password and without a list is its owner's alone. */
	isProtected: boolean | null;
	/** Distinct songs that a visit may hear; null is without limit. */
	playLimit: number | null;
	/** Openings in all; null is without limit. */
	maxViews: number | null;
	/** Whom it is for; empty is everybody. */
	allow: readonly Allowed[];
	allowDownload: boolean;
	allowIndexing: boolean;
};
/** A link without its counts: what stays as it is until its owner changes it, or somebody spends one of its openings. */
export type Link = {
	id: number;
	code: string;
	ownerId: string;
	itemId: number | null;
	kind: string;
	/** The playlist that a song's link shows behind its song. */
	contextId: number | null;
	/** The item, while this is its primary link. */
	primaryOf: number | null;
	/** The one account that it is for; for all others there is no such link. */
	forUserId: string | null;
	/** When what it shows was frozen; null shows the item as it is. */
	snapshotAt: Date | null;
	label: string;
	policy: Policy;
	/** Spent of `maxViews`. */
	openings: number;
	/** Raised by every change of its settings. */
	version: number;
	endedAt: Date | null;
	createdAt: Date;
	updatedAt: Date;
};
/** A link as far as it is read together with many others: whom it is for may be a thousand addresses on each. Nobody is let in by it. */
export type Listed<Of extends Link> = Omit<Of, "policy"> & { policy: Omit<Policy, "allow"> };
export type Counts = { viewCount: number; playCount: number; lastAccessedAt: Date | null };
export type Share = Link & Counts;

export type ShareStats = {
	days: { day: string; views: number; plays: number }[];
	/** Most views first. */
	referrers: { host: string; views: number }[];
	signups: number;
};
export type OwnerStats = { days: { shareId: number; day: string; views: number; plays: number }[]; signups: number };

/** Something that happened on a link. `day` is given for what is counted in one row a day. */
export type NewLinkEvent = { what: string; detail?: string; day?: string };
export type LinkEvent = { what: string; detail: string; count: number; at: Date };

export type NewLink = Pick<Share, "code" | "ownerId" | "kind" | "label" | "policy"> & { itemId: number };
/** `allow` replaces the list; an address that stays keeps its account. */
export type LinkChanges = Partial<Pick<Share, "label" | "code"> & Policy>;
/** With `version` only a link that is at it is changed. */
export type OwnLinks = { ids: number[]; ownerId: string; version?: number };

export type Shares = {
	/**
	 * Makes the item's primary link or returns the one there is; of any number of callers at once exactly one makes it.
	 * With `forUserId` that is the account's own link to it. A `contextId` that is given is set on either; without one an existing link keeps its own.
	 */
	publish(share: {
		code: string;
		ownerId: string;
		itemId: number;
		kind: string;
		playLimit: number | null;
		isProtected?: boolean | null;
		contextId?: number | null;
		forUserId?: string;
	}): Promise<{ share: Share; created: boolean }>;
	/** The item's primary link, unless it has none. */
	primary(itemId: number): Promise<Share | null>;
	/** Makes one more link. Throws `Refused("not_found")` when the item is not there. */
	add(link: NewLink): Promise<Share>;
	byCode(code: string): Promise<Link | null>;
	/** Null when there is no such link. */
	counts(id: number): Promise<Counts | null>;
	byId(id: number): Promise<Share | null>;
	/** All of the owner's links, newest first, ended ones too, each with its item unless that is gone. */
	list(ownerId: string): Promise<{ share: Listed<Share>; item: ItemHead | null }[]>;
	/** Whom these links are for, by the number of the link; links for everybody are not in it. */
	allowed(ids: number[]): Promise<Map<number, Allowed[]>>;
	/** The same of one link, each address with the number of its entry. */
	allowEntries(id: number): Promise<{ id: number; email: string; createdAt: Date }[]>;
	/** Changes all of these links of the owner and writes down why or, when one of them is not theirs or has ended or moved on, none: then false. */
	update(links: OwnLinks, changes: LinkChanges, event: NewLinkEvent, at: Date): Promise<boolean>;
	/** Spends one opening in one statement, if the link is at this version and has one left. */
	spendOpening(link: { id: number; version: number }): Promise<boolean>;
	/** Lets the account pass by this address of the link's list; false when there is no such address that waits. */
	admitAllowed(link: { id: number; email: string; userId: string }): Promise<boolean>;
	/** Lets the account pass by its address wherever that waits; answers the links. Whoever calls knows that the address is its own. */
	bindAllowed(account: { email: string; userId: string }): Promise<number[]>;
	/** Writes down what somebody did on a link. */
	note(id: number, event: NewLinkEvent, at: Date): Promise<void>;
	/** What happened on a link, newest first. */
	events(id: number, most: number): Promise<LinkEvent[]>;
	/** Its counts by day from `since` (`YYYY-MM-DD`, UTC) on, by referring host, and the sign-ups that it led to. */
	stats(id: number, since: string): Promise<ShareStats>;
	/** What happened from `since` on on each of the owner's links, and all sign-ups that they led to. */
	ownerStats(ownerId: string, since: string): Promise<OwnerStats>;
	/** Primary links to items of these kinds that are not ended, newest first, each with its item. */
	listPrimary(owner: { ownerId: string; kinds: readonly string[] }): Promise<{ share: Share; item: Item }[]>;
	/**
	 * Shows this, which its item showed at that version, instead of the item from now on, or instead of what it was frozen with before; false when the link ended or
	 * is not there, or its item moved on.
	 */
	freeze(id: number, frozen: { title: string; content: unknown; version: number }, at: Date): Promise<boolean>;
	/** Shows the item as it is again. */
	thaw(id: number, at: Date): Promise<boolean>;
	/** What a link shows instead of its item. */
	snapshot(id: number): Promise<{ title: string; content: unknown } | null>;
	/** Ends it for good; false when it had ended before. */
	end(id: number, at: Date): Promise<boolean>;
};
