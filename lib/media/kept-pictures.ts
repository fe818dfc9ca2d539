import { unavailable } from "@/lib/refused";
import { turns } from "./turns";

/**
 * Draws a picture once for everybody who asks for it, one after the other because it takes a processor, and keeps the `most` that were asked for
 * last. The key says all that the picture depends on. What failed is drawn anew the next time. Throws `unavailable` while so many are `waiting`.
 */
export function keptPictures({ most, waiting }: { most: number; waiting: number }) {
	const kept = new Map<string, Promise<Buffer>>();
	const inTurn = turns(1);
	let begun = 0;

	async function drawInTurn(draw: () => Promise<Buffer>): Promise<Buffer> {
		if (begun > waiting) throw unavailable();
		begun++;
		try {
			return await inTurn(1, draw);
		} finally {
			begun--;
		}
	}

	return (key: string, draw: () => Promise<Buffer>): Promise<Buffer> => {
		const picture = kept.get(key) ?? drawInTurn(draw);
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
