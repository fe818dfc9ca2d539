import { turns } from "./turns";

/**
 * Draws a picture once for everybody who asks for it, one after the other because it takes a processor, and keeps the `most` that were asked for
 * last. The key says all that the picture depends on. What failed is drawn anew the next time.
 */
export function keptPictures(most: number): (key: string, draw: () => Promise<Buffer>) => Promise<Buffer> {
	const kept = new Map<string, Promise<Buffer>>();
	const inTurn = turns(1);
	return (key, draw) => {
		const picture = kept.get(key) ?? inTurn(1, draw);
		kept.delete(key);
		kept.set(key, picture);
		picture.catch(() => {
			if (kept.get(key) === picture) kept.delete(key);
		});
		for (const oldest of kept.keys()) {
			if (kept.size <= most) break;
			kept.delete(oldest);
		}
		return picture;
	};
}
