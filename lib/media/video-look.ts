import type { Blank } from "./pieces";

/** What a video's outermost structure says. */
export type VideoLook = {
	/** Of its first picture track; null when it has none. */
	codec: string | null;
	width: number;
	height: number;
	seconds: number | null;
	/** What a camera, a phone or a program wrote into it about place, time and itself. */
	blanks: readonly Blank[];
	/** There is more of that than can be found. */
	isStuck: boolean;
	/** Bytes that its end lacks. */
	missing: number;
};

export const noVideo: VideoLook = { codec: null, width: 0, height: 0, seconds: null, blanks: [], isStuck: false, missing: 0 };
