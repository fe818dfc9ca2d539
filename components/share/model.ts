import type { KindName } from "@/lib/shares/kind";

/** The kinds of things that can be shared. */
export type ListenKind = KindName;

/** What a link is to its owner. */
export type LinkState = "live" | "scheduled" | "expired" | "used_up" | "paused" | "ended";

/** What a link allows. Times are ISO, null is without. Of the password it is only told whether there is one. */
export type Policy = {
	isActive: boolean;
	startsAt: string | null;
	expiresAt: string | null;
	hasPassword: boolean;
	/** Songs without an account. */
	playLimit: number | null;
	/** Openings, of which `Access.openings` are spent. */
	maxViews: number | null;
	/** Addresses of those who may; nobody listed is everybody. */
	allowEmails: string[];
	allowDownload: boolean;
	allowIndexing: boolean;
};

/** Who can open a link. `waiting` are listed addresses whose account is younger than that: the owner lets them in. */
export type Access = { policy: Policy; openings: number; waiting: string[]; version: number };

/** A link as the API tells its owner of it. */
export type OwnShare = Access & {
	id: string;
	kind: ListenKind;
	url: string;
	primary: boolean;
	label: string;
	state: LinkState;
	viewCount: number;
};

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
	/** Whether it is the link that the share dialog makes; others have a label that tells them apart. */
	primary: boolean;
	label: string;
	/** Grows with every change of the link. */
	version: number;
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

/** One link with all that is known of it. */
export type LinkDetails = MyShare & Access & { stats: LinkStats };

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
	/** Where songs to keep are, when this visitor may keep them: the path before a song's id. */
	downloads: string | null;
};

/** A link that opens to something that is looked at. `content` is what its kind publishes. */
export type SharedItem<Content> = {
	refusal: null;
	code: string;
	/** The item's number, which paths of its files have. */
	itemId: string;
	kind: ListenKind;
	title: string;
	description: string;
	ownerName: string;
	thumbnail: string | null;
	signedIn: boolean;
	owner: boolean;
	/** Whether this is all of it: of some kinds a visitor without an account gets a preview. */
	whole: boolean;
	content: Content;
	/** ISO; of what is shown. */
	updatedAt: string;
	/** Where its file to keep is, when this visitor may: the path before `format`. */
	downloads: string | null;
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

/** What a preset keeps: an expiry in days from when it is used. */
export type PresetPolicy = Pick<Policy, "playLimit" | "maxViews" | "allowEmails" | "allowDownload" | "allowIndexing"> & {
	expiresInDays: number | null;
};

/** Settings of a link under a name, to be used again. What one does not name stays as it is. */
export type Preset = { id: string; name: string; policy: { [Key in keyof PresetPolicy]?: PresetPolicy[Key] | undefined } };

/** One thing that happened on a link, or several of its kind on one day. */
export type Happening = { at: string; what: string; detail: string; count: number };

/** Whether somebody may open a link, and what each gate says to that. */
export type Explanation = { allowed: boolean; refusal: string | null; gates: { gate: string; passed: boolean; why: string }[] };
