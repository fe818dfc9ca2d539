/** A picture or video of a slideshow, as whoever watches gets it. */
export type Slide = {
	id: number;
	type: "image" | "video";
	url: string;
	thumbnail: string | null;
	caption: string;
	/** Pixels. */
	width: number;
	height: number;
};

export const transitions = ["fade", "slide", "zoom", "flip", "none"] as const;
export type Transition = (typeof transitions)[number];

/** How a slideshow goes on: after a random time between two numbers of seconds, or by hand. */
export type Pace = { intervalMin: number; intervalMax: number; transition: Transition; isManualMode: boolean };

/** "Picture 3 of 12: On the ridge" */
export function spoken({ type, caption }: Slide, index: number, count: number): string {
	const place = `${type === "image" ? "Picture" : "Video"} ${index + 1} of ${count}`;
	return caption ? `${place}: ${caption}` : place;
}
