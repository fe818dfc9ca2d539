type Name = "svg" | "g" | "path" | "text" | "tspan" | "rect" | "image" | "defs" | "clipPath" | "mask" | "a" | "title" | "style";
type Attribute =
	| "xmlns"
	| "viewBox"
	| "width"
	| "height"
	| "role"
	| "aria-label"
	| "id"
	| "class"
	| "x"
	| "y"
	| "rx"
	| "d"
	| "dir"
	| "direction"
	| "fill"
	| "fill-rule"
	| "stroke"
	| "stroke-width"
	| "stroke-linecap"
	| "stroke-linejoin"
	| "stroke-dasharray"
	| "opacity"
	| "transform"
	| "clip-path"
	| "mask"
	| "maskUnits"
	| "href"
	| "target"
	| "rel"
	| "preserveAspectRatio"
	| "font-family"
	| "font-size"
	| "font-weight"
	| "text-anchor"
	| "xml:space";

export type Attributes = { [name in Attribute]?: string | number | null | undefined };

/** What XML 1.0 has no way to say. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as XML and HTML both read it. */
export function escaped(text: string): string {
	return text
		.toWellFormed()
		.replace(unwritable, "")
		.replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
}

/** At most two decimals, and never NaN, Infinity or an exponent. */
export function digits(value: number): string {
	if (!Number.isFinite(value)) return "0";
	const rounded = Math.round(value * 100) / 100;
	return Math.abs(rounded) < 1e15 ? String(rounded === 0 ? 0 : rounded) : "0";
}

/** An element of SVG. Names are the ones above and no others; values are escaped here; `inside` is markup already. */
export function tag(name: Name, attributes: Attributes, inside = ""): string {
	let written = `<${name}`;
	for (const [key, value] of Object.entries(attributes)) {
		if (value === null || value === undefined) continue;
		written += ` ${key}="${typeof value === "number" ? digits(value) : escaped(value)}"`;
	}
	return inside ? `${written}>${inside}</${name}>` : `${written}/>`;
}
