import { sendNewest } from "./newest";
import type { Sockets } from "./sockets";

/** In ms. Of many who come and go in one moment the number after them. */
const breath = 100;

/** Tells a room how many look. */
export type ToldCount = {
	/** `anew`: also when it is as it was, since somebody is new. */
	tellSoon(anew: boolean): void;
	close(): void;
};

export function toldCount(io: Sockets, place: string, countNow: () => number): ToldCount {
	let told = 0;
	let isNew = false;
	let due: NodeJS.Timeout | undefined;
	let hasEnded = false;

	function tell(): void {
		due = undefined;
		const count = countNow();
		if (count !== told || isNew) sendNewest(io, place, "viewerCount", count);
		told = count;
		isNew = false;
	}

	return {
		tellSoon(anew) {
			isNew ||= anew;
			if (!hasEnded) due ??= setTimeout(tell, breath);
		},
		close() {
			hasEnded = true;
			clearTimeout(due);
		},
	};
}
