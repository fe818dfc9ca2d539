import { isVisible } from "../colour";
import type { BoardElement } from "../element";
import { webLink } from "../scene";
import { escaped, tag } from "./draw-markup";
import type { Drawn } from "./draw-rough";
import { drawRectangle } from "./draw-shape";

const radius = 8;
const nameSize = 14;
const usualWidth = 0.55;
const helvetica = "Helvetica, Arial, Liberation Sans, sans-serif";

const boxOf = ({ x, y, width, height }: BoardElement) => ({ left: x, top: y, right: x + width, bottom: y + height });

/** Cut to what fits in that width, roughly. */
function fitting(text: string, width: number, size: number): string {
	const most = Math.max(1, Math.floor(width / (size * usualWidth)));
	const letters = [...text];
	return letters.length <= most ? text : `${letters.slice(0, Math.max(1, most - 1)).join("")}…`;
}

/** A frame: its outline, and its name above. */
export function drawFrame(element: BoardElement): Drawn {
	const { x, y, width, height, name } = element;
	const outline = tag("rect", { x, y, width, height, rx: radius, stroke: "#bbb", "stroke-width": 2 });
	const label = fitting(name || "Frame", width, nameSize);
	const text = tag("text", { x, y: y - 8, fill: "#999", "font-family": helvetica, "font-size": nameSize, dir: "auto" }, escaped(label));
	return { markup: outline + text, box: { ...boxOf(element), top: y - 8 - nameSize } };
}

/** What may be seen of the elements in a frame. */
export function frameClip({ x, y, width, height, angle }: BoardElement, id: string): string {
	const degrees = (angle * 180) / Math.PI;
	const transform = angle === 0 ? undefined : `rotate(${degrees} ${x + width / 2} ${y + height / 2})`;
	return tag("clipPath", { id }, tag("rect", { x, y, width, height, rx: radius, transform }));
}

/** A page from elsewhere: nothing of it is loaded here, a box says where it leads. */
export function drawEmbedded(element: BoardElement): Drawn {
	const { x, y, width, height } = element;
	const isBare = !isVisible(element.backgroundColor) && !isVisible(element.strokeColor);
	const box = drawRectangle(isBare ? { ...element, roughness: 0, backgroundColor: "#d3d3d3", fillStyle: "solid" } : element);
	const link = webLink(element.link);
	const host = link ? new URL(link).host : "Embedded page";
	const size = Math.min(16, Math.max(8, width / 12));
	const label = tag(
		"text",
		{
			x: x + width / 2,
			y: y + height / 2 + size / 3,
			fill: "#495057",
			"font-family": helvetica,
			"font-size": size,
			"text-anchor": "middle",
		},
		escaped(fitting(host, width - 16, size)),
	);
	return { markup: box.markup + label, box: box.box };
}
