import { SaxesParser } from "saxes";
import { expect } from "vitest";

const names = new Set(["svg", "g", "path", "text", "tspan", "rect", "image", "defs", "clipPath", "mask", "a", "style"]);
const hrefs = /^(?:https?:\/\/[^\s"'<>]+|\/api\/files\/[\w/-]+|data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*)$/;

/** Reads a drawing of a board as strict XML, and holds each of its parts to what we write ourselves. Answers the texts and how often each name stands in it. */
export function inspect(svg: string): { texts: string; names: Record<string, number>; attributes: [string, string][] } {
	const parser = new SaxesParser();
	const found: Record<string, number> = {};
	const attributes: [string, string][] = [];
	let texts = "";
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", (tag) => {
		expect(names, tag.name).toContain(tag.name);
		found[tag.name] = (found[tag.name] ?? 0) + 1;
		for (const [name, value] of Object.entries(tag.attributes)) {
			expect(name).not.toMatch(/^on|style|src/i);
			if (name !== "aria-label") expect(value, name).not.toMatch(/NaN|Infinity|undefined|javascript:/i);
			if (name === "href") expect(value).toMatch(hrefs);
			if (name === "fill" || name === "stroke") expect(value).toMatch(/^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/+-]+\))$/i);
			attributes.push([name, value]);
		}
	});
	parser.on("text", (text) => {
		texts += text;
	});
	parser.write(svg).close();
	return { texts, names: found, attributes };
}
