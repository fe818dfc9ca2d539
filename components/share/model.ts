import type { KindName } from "@/lib/shares/kind";

/** The kinds that can be shared by a listening link today. */
export type ListenKind = KindName;

/** One of the owner's links. */
export type MyShare = {
	id: string;
	shareId: string;
	shareUrl: string;
	type: ListenKind;
	itemId: string;
	title: string;
	description: string;
	thumbnail: string | null;
	viewCount: number;
	playCount: number;
	state: "live" | "scheduled" | "expired" | "paused";
	lastAccessedAt: string | null;
	createdAt: string;
};

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

export type RefusalCode = "not_found" | "expired" | "not_open_yet";

/** A link that does not open, with nothing about what it holds. */
export type RefusedShare = { refusal: RefusalCode; opensAt?: string };

export type SharedPage = OpenShare | RefusedShare;
