import type { Transition } from "../slide";

/** A picture or video of a session, as the API gives it to its owner. */
export type Medium = {
	id: number;
	mediaUrl: string;
	thumbnail: string | null;
	caption: string;
	type: "image" | "video";
	order: number;
	width: number;
	height: number;
	seconds: number | null;
};

/** A session as the API gives it to its owner. */
export type Session = {
	id: number;
	title: string;
	description: string;
	intervalMin: number;
	intervalMax: number;
	transition: Transition;
	isManualMode: boolean;
	thumbnail: string | null;
	isPublic: boolean;
};

export type WholeSession = { session: Session; media: Medium[] };

/** What is refused of a form of many files. */
export type Skipped = { name: string; reason: string };

/** How a medium is called where it has to be called something. */
export const nameOf = ({ caption, type, order }: Pick<Medium, "caption" | "type" | "order">): string => {
	const line = caption.split("\n", 1)[0]?.trim() ?? "";
	const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
	return short || `${type === "image" ? "picture" : "video"} ${order + 1}`;
};
