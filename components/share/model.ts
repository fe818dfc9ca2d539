import type { KindName } from "@/lib/shares/kind";

/** The kinds that can be shared by a listening link today. */
export type ListenKind = KindName;

/** What a link is to its owner. */
export type LinkState = "live" | "scheduled" | "expired" | "used_up" | "paused" | "ended";

/** One of the owner's links. `id` is its number, `shareId` its code. */
export type MyShare = {
	id: string;
	shareId: string;
	shareUrl: string;
	type: ListenKind;
	itemId: string;
	title: string;
	thumbnail: string | null;
	viewCount: number;
	playCount: number;
	state: LinkState;
	/** When it stops to open; null is never. */
	expiresAt: string | null;
	lastAccessedAt: string | null;
	createdAt: string;
};

/** A link in the list of all: with its views on each of the last 30 days, oldest first. */
export type ListedShare = MyShare & { views30: number[] };

/** What the last seven days brought on all links together, and who ever signed up through one. */
export type Totals = { views: number; plays: number; signups: number };

/** What happened on a link: every day of the last 90 (UTC), oldest first; where its views came from ("" is straight to it). */
export type LinkStats = {
	days: { date: string; views: number; plays: number }[];
	referrers: { host: string; views: number }[];
	signups: number;
};

/** One link with all that is known of it. `playLimit` is songs without an account; null is without limit. */
export type LinkDetails = MyShare & { startsAt: string | null; playLimit: number | null; stats: LinkStats };

/** A song as a visitor sees it. `youtubeId` is set when it plays from there and not from us. */
export type SharedTrack = {
	id: string;
	title: string;
	artist: string;
	duration: number | null;
	thumbnail: string | null;
	youtubeId: string | null;
};

/** A link that opens. */
export type OpenShare = {
	refusal: null;
	shareId: string;
	type: ListenKind;
	title: string;
	description: string;
	ownerName: string;
	thumbnail: string | null;
	tracks: SharedTrack[];
	/** The playlist behind a shared song: shown one step back, its other songs not playable. */
	context: { title: string; thumbnail: string | null; tracks: SharedTrack[] } | null;
	signedIn: boolean;
	owner: boolean;
	/** Songs that a visitor without an account may hear; null is without limit. */
	playLimit: number | null;
};

export type RefusalCode =
	| "not_found"
	| "expired"
	| "used_up"
	| "not_open_yet"
	| "locked"
	| "sign_in"
	| "not_for_you"
	/** The link opens a limited number of times: whoever looks decides to spend one. */
	| "open_first";

/** Why a link does not open, and for one that is not open yet when it will. */
export type LinkRefusal = { code: RefusalCode; opensAt?: string };

/** A link that does not open, with nothing about what it holds. */
export type RefusedShare = { refusal: LinkRefusal };

export type SharedPage = OpenShare | RefusedShare;
