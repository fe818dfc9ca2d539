import type { BoardElement } from "../element";
import { tag } from "./draw-markup";
import type { Drawn } from "./draw-rough";
import { cornerRadius } from "./draw-shape";

const boxOf = ({ x, y, width, height }: BoardElement) => ({ left: x, top: y, right: x + width, bottom: y + height });

/** A picture, cut and turned around as it was on the board; a quiet box in its place when it is not there. `clipId` names its outline. */
export function drawPicture(element: BoardElement, href: string | null, clipId: string): Drawn {
	const { x, y, width, height, crop, scale, roundness } = element;
	const box = boxOf(element);
	if (!href) return { markup: tag("rect", { x, y, width, height, rx: 8, fill: "#868e96", opacity: 0.15 }), box };
	const isCropped = crop && crop.width > 0 && crop.height > 0 && crop.naturalWidth > 0 && crop.naturalHeight > 0;
	const [perX, perY] = isCropped ? [width / crop.width, height / crop.height] : [1, 1];
	const place = isCropped
		? { x: x - crop.x * perX, y: y - crop.y * perY, width: crop.naturalWidth * perX, height: crop.naturalHeight * perY }
		: { x, y, width, height };
	const [acrossX, acrossY] = [x + width / 2, y + height / 2];
	const [flipX, flipY] = [Math.sign(scale?.[0] ?? 1) || 1, Math.sign(scale?.[1] ?? 1) || 1];
	const isFlipped = flipX < 0 || flipY < 0;
	const image = tag("image", {
		class: "board-picture",
		...place,
		href,
		preserveAspectRatio: "none",
		transform: isFlipped ? `translate(${acrossX} ${acrossY}) scale(${flipX} ${flipY}) translate(${-acrossX} ${-acrossY})` : undefined,
	});
	const rx = roundness ? cornerRadius(Math.min(width, height), element) : 0;
	if (!isCropped && rx === 0) return { markup: image, box };
	const clip = tag("clipPath", { id: clipId }, tag("rect", { x, y, width, height, rx }));
	return { markup: `${clip}${tag("g", { "clip-path": `url(#${clipId})` }, image)}`, box };
}

/** Characters of addresses that pictures which stand on a board more than once may add: as data URLs they are the pictures' bytes. */
const mostRepeated = 16_000_000;

/** Addresses of pictures, and how many characters of them were handed out. A picture that would repeat too many is as good as lost. */
export function countedPictures(hrefOf: (id: string) => string | null) {
	const seen = new Set<string>();
	let [length, repeated] = [0, 0];
	return {
		pictureOf(id: string): string | null {
			const href = hrefOf(id);
			if (!href) return null;
			if (seen.has(id)) {
				if (repeated + href.length > mostRepeated) return null;
				repeated += href.length;
			}
			seen.add(id);
			length += href.length;
			return href;
		},
		length: () => length,
	};
}
