import type { Readable } from "node:stream";
import type { FilmSource, Rooms } from "./room-ports";
import type { Shares } from "./share-ports";

export type * from "./room-ports";
export type * from "./share-ports";

/** All that the core needs of the world. Drivers obey these; `lib/open-platform.ts` chooses them. */
export type World = {
	clock: Clock;
	users: Users;
	/** The epoch of somebody's sessions, for running streams that ask over and over: remembered like a link. Null: no such user. */
	sessions: { epochOf(userId: string): Promise<number | null> };
	presets: Presets;
	tokens: Tokens;
	items: Items;
	shares: Shares;
	visits: Visits;
	counters: Counters;
	rooms: Rooms;
	/** Who knows films beside the catalogue; null: nobody was named. */
	films: FilmSource | null;
	blobs: Blobs;
	limiter: Limiter;
	bus: Bus;
	passwords: Passwords;
	secrets: Secrets;
	/** Scheme, host and port under which people reach us; no trailing slash. The only source of absolute addresses. */
	origin: string;
};

export type Clock = { now(): Date };

/** Keys made at the first start, 32 random bytes each. `session` signs sign-ins, `grant` streams, `visit` salts hashes. */
export type Secrets = { session: string; grant: string; visit: string };

/** argon2id. `verify` takes null for "no such account" and then spends the same time before it says no. */
export type Passwords = { hash(password: string): Promise<string>; verify(hash: string | null, password: string): Promise<boolean> };

export type User = {
	id: string;
	email: string;
	username: string;
	name: string | null;
	image: string | null;
	passwordHash: string | null;
	sessionEpoch: number;
	referralCode: string;
	credits: number;
	createdAt: Date;
};
export type NewUser = Pick<User, "id" | "email" | "username" | "name" | "passwordHash" | "referralCode">;
/** Whom a newcomer is owed to. `shareId` is the link that they came by, when it was one. */
export type NewReferral = {
	referrerId: string;
	source: ReferralSource;
	shareId: number | null;
	referrerGets: number;
	newcomerGets: number;
};
export type ReferralSource = "session_share" | "direct_link" | "landing_page";
/** Whom a sign-in provider (`github`, `google`) knows an account as. */
export type ProviderId = { provider: string; providerId: string };
export type UserChanges = Partial<Pick<User, "email" | "username" | "name" | "passwordHash">>;

export type Users = {
	byId(id: string): Promise<User | null>;
	byEmail(email: string): Promise<User | null>;
	/** The accounts that have these addresses, by address. */
	idsByEmail(emails: string[]): Promise<Map<string, string>>;
	byReferralCode(code: string): Promise<User | null>;
	byProvider(id: ProviderId): Promise<User | null>;
	/** The providers that the account signs in through. */
	providersOf(id: string): Promise<string[]>;
	/**
	 * Throws `Refused("email_taken" | "username_taken" | "provider_taken")`. With a referral both are credited in the same transaction, unless the
	 * referrer has gone meanwhile. With a provider's id the account is found by that from then on.
	 */
	create(user: NewUser, referral: NewReferral | null, provider?: ProviderId): Promise<User>;
	/** Who signed up through this account: how many, and the newest `most` of them. */
	referrals(id: string, most: number): Promise<{ total: number; newest: { createdAt: Date; credits: number; source: string }[] }>;
	/** `endSessions` raises the epoch and drops every token in the same transaction. Throws as `create`. Null: no such user. */
	update(id: string, changes: UserChanges, options: { endSessions: boolean }): Promise<User | null>;
	/** Removes the account with all rows that hang on it; answers the keys of its files. */
	remove(id: string): Promise<string[]>;
};

export type TokenRow = { id: string; name: string; createdAt: Date; expiresAt: Date | null };
export type NewToken = { id: string; userId: string; sessionEpoch: number; name: string; hash: string; expiresAt: Date | null };
/** How many live tokens an account may have of those with this name, or of those without it; the new one included. */
export type TokenRoom = { most: number; of: { name: string } | { not: string }; full: "refuse" | "oldest_goes"; now: Date };
export type Tokens = {
	/** `stale`, and nothing made, when the user is no longer at `sessionEpoch`: a password change came between. Expired tokens go. */
	create(token: NewToken, room: TokenRoom): Promise<"made" | "full" | "stale">;
	/** The account's live tokens, newest first. */
	list(userId: string, now: Date): Promise<TokenRow[]>;
	/** False when this user has no such token. */
	remove(userId: string, id: string): Promise<boolean>;
	/** The user of an unexpired token. */
	userOf(hash: string, now: Date): Promise<User | null>;
};

export type Preset = { id: number; name: string; policy: unknown };
/** Policies that owners keep under names. */
export type Presets = {
	/** By name. */
	list(ownerId: string): Promise<Preset[]>;
	/** Makes it, or replaces the one of that name; null when it would be one more than `most`. */
	put(preset: { ownerId: string; name: string; policy: object }, most: number): Promise<Preset | null>;
	/** False when this owner has no such preset. */
	remove(ownerId: string, id: number): Promise<boolean>;
};

export type BlobRow = { key: string; role: string; type: string; size: number; sha256: string };
export type Item = {
	id: number;
	ownerId: string;
	kind: string;
	title: string;
	description: string;
	content: unknown;
	/** What stands under its title in lists. */
	note: string;
	/** The role of the file, or the address elsewhere, that stands for it where it has no cover of its own. */
	picture: string | null;
	/** Which cover it has: the first 8 digits of the large picture's SHA-256. Null when it has none of its own. */
	cover: string | null;
	playCount: number;
	version: number;
	createdAt: Date;
	updatedAt: Date;
};
/** An item as lists have it: contents may be megabytes. */
export type ItemHead = Omit<Item, "content">;
/** What lists say of a content is written with it: whoever knows its kind makes all three at once (`written`). */
type Written = Pick<Item, "content"> & Partial<Pick<Item, "note" | "picture">>;
export type NewItem = Pick<Item, "ownerId" | "kind" | "title" | "description"> &
	Written & {
		/** Where it came from, when the owner may have it only once: `youtube:<id>`, `sample:<name>`. */
		source?: string;
		cover?: string;
		blobs?: BlobRow[];
		members?: number[];
	};
/** A picture in its two sizes, by the roles `cover` and `cover-small`. */
export type NewCover = { version: string; blobs: BlobRow[] };
export type ItemEdit = Partial<Pick<Item, "title" | "description"> & Written> & {
	members?: number[];
	/** Files that it gets, and roles whose files go. */
	addBlobs?: BlobRow[];
	dropRoles?: string[];
};
export type ItemChanges = ItemEdit & { updatedAt: Date };

export type Items = {
	/** All of it or nothing. Throws `Refused("member_gone")` when a member is not there, `already_there` when the owner has its source. */
	create(item: NewItem): Promise<Item>;
	byId(id: number): Promise<Item | null>;
	/** The owner's item that came from there. */
	bySource(from: { ownerId: string; source: string }): Promise<Item | null>;
	/** Newest first, with their contents. */
	list(owner: { ownerId: string; kind: string }): Promise<Item[]>;
	/** Newest first. */
	heads(owner: { ownerId: string; kinds: readonly string[] }): Promise<ItemHead[]>;
	/** How many of these ids are items of that kind and owner. */
	countOwn(owner: { ownerId: string; kind: string }, ids: number[]): Promise<number>;
	/** The members of each collection, in order. */
	members(collectionIds: number[]): Promise<Map<number, Item[]>>;
	/** The first member of each collection that has any. */
	firstMembers(collectionIds: number[]): Promise<Map<number, Item>>;
	hasMember(collectionId: number, memberId: number): Promise<boolean>;
	blob(itemId: number, role: string): Promise<BlobRow | null>;
	/** The oldest item of the same owner that was there before this one with the same bytes in that role. */
	twinOf(item: Pick<Item, "id" | "ownerId">, file: Pick<BlobRow, "role" | "sha256">): Promise<number | null>;
	/** The media types of the items' files in that role; an item without one is missing. */
	blobTypes(itemIds: number[], role: string): Promise<Map<number, string>>;
	/** Which of these keys belong to an item. */
	knownBlobs(keys: string[]): Promise<Set<string>>;
	/** The item's files, its cover's too. */
	files(itemId: number): Promise<BlobRow[]>;
	/**
	 * Compare-and-swap: null when the item is no longer at `version`, and then nothing was changed; else the keys of the files that nobody needs any
	 * more. Throws as `create`.
	 */
	update(id: number, version: number, changes: ItemChanges): Promise<string[] | null>;
	/** Replaces the item's cover, or takes it away; answers the keys of the files that served the old one, null when the item is gone. */
	setCover(id: number, cover: NewCover | null, at: Date): Promise<string[] | null>;
	/** Hides the item from everybody and ends its links; false when it is not there. From then on it is as absent everywhere. */
	trash(id: number, at: Date): Promise<boolean>;
	/** Takes the owner's item out again, with its links and its places in collections. Null: there is none. Throws `Refused("already_there")`. */
	restore(owner: { id: number; ownerId: string }): Promise<Item | null>;
	/** Removes for good what was hidden before that time; answers the keys of its files. */
	purge(before: Date): Promise<string[]>;
};

export type Visit = { id: string; shareId: number; playCount: number; expiresAt: Date };
export type Spend = {
	visitId: string;
	songId: number;
	/** The link, and the playlist when the link is to one: both count the play. */
	shareId: number;
	collectionId: number | null;
	limit: number | null;
	at: Date;
	once: Once | null;
};
/**
 * `granted` spent a play, `replayed` is free; `expiresAt` is the visit's end. `refused` is over the limit, `mismatch` used an
 * idempotency key for another body. `no_visit` and `expired` speak of the visit: of this link there is none, or it is over.
 */
export type Spent =
	| { outcome: "granted" | "replayed"; playCount: number; expiresAt: Date }
	| { outcome: "refused" | "mismatch" | "no_visit" | "expired" };
export type Once = { scope: string; key: string; bodyHash: string; expiresAt: Date };

export type Visits = {
	create(visit: { id: string; shareId: number; addressHash: string; userAgentHash: string; expiresAt: Date }): Promise<Visit>;
	byId(id: string): Promise<Visit | null>;
	songsPlayed(visitId: string): Promise<number[]>;
	/**
	 * Tests and spends in one step: whatever the concurrency, a visit is granted exactly `limit` distinct songs. The counts
	 * of link, song and playlist move in the same transaction. With `once`, the first answer is kept and given again, but for
	 * refusals. Throws `Refused("song_not_in_share")` when there is no such song any more.
	 */
	spend(spend: Spend): Promise<Spent>;
	/** Whether the key was used for another body; nothing is spent. */
	isKeyTaken(once: Once, at: Date): Promise<boolean>;
	/** Drops what expired before these times. */
	sweep(expired: { visitsBefore: Date; answersBefore: Date }): Promise<void>;
};

export type Counters = {
	/** Adds one view; answers after the commit that holds it. `referrer` is the host of the page that led here, if there was one. */
	view(view: { shareId: number; at: Date; referrer: string | null }): Promise<void>;
	/** Adds one play outside any visit (a signed-in listener); `once` as in `Visits.spend`. False: key used for another body. */
	play(play: { shareId: number; songId: number; collectionId: number | null; at: Date; once: Once | null }): Promise<boolean>;
};

/** Bytes that were received but belong to nobody yet: `keep` or `discard` them, exactly one of both. */
export type StagedBlob = { key: string; path: string; size: number; sha256: string; keep(): Promise<void>; discard(): Promise<void> };

export type Blobs = {
	/** Streams to the store in bounded memory; rejects, and leaves nothing behind, when the source fails. */
	stage(source: Readable): Promise<StagedBlob>;
	/** `start` and `end` are byte offsets, both inclusive. Throws `NoSuchBlob` when there is none. */
	open(key: string, range: { start: number; end: number }): Promise<Readable>;
	/** Silent when it is not there. */
	remove(key: string): Promise<void>;
	/** Removes what no row speaks of: leftovers of a crash between file and row. */
	sweep(isKnown: (keys: string[]) => Promise<Set<string>>): Promise<number>;
};

export type Window = { max: number; seconds: number };
/** `retryAfter` in whole seconds until one more would be let through. */
export type Verdict = { allowed: boolean; limit: number; remaining: number; retryAfter: number };
export type Hit = Verdict & {
	/**
	 * Takes this hit back, once, wherever and in whichever window it was counted: a budget of failures is charged before the attempt and
	 * refunded when it succeeds. Never rejects; where it cannot be taken back any more it stays counted.
	 */
	refund(): Promise<void>;
};
export type Limiter = {
	/** Counts one against `key` in a sliding window and says whether it was within the limit; a refused hit is not counted. Never rejects. */
	hit(key: string, window: Window): Promise<Hit>;
};

/**
 * Tells every instance. While this one cannot hear the others, everybody who listens is told twice a second that anything may have changed:
 * the message is then `unsure`, and to those who listen to everything the topic is `*`. Nobody may rely on a message's words for more than a hint.
 */
export type Bus = {
	/**
	 * Who listens in this process has heard it before this returns. Resolves once the others were told, at the latest after 500 ms; never
	 * rejects: those who could not be told become unsure.
	 */
	publish(topic: string, message: string): Promise<void>;
	/** Answers the function that ends the subscription. Who listens to several topics with one function hears `unsure` once. */
	subscribe(topic: string, hear: (message: string) => void): () => void;
	/** Hears every topic, before those who listen to one. */
	subscribeAll(hear: (topic: string, message: string) => void): () => void;
};
