import { setImmediate } from "node:timers/promises";
import { SaxesParser } from "saxes";
import { badField } from "@/lib/refused";
import { maxDepth, maxParts, tooComplex } from "./listing";

export type XmlVisitor = { open(name: string): void; text(text: string): void; close(name: string): void };

const broken = () => badField("file", "The file is damaged: it is not well-formed XML");
/** The formats need three, and short names. `saxes` handles a tag's attributes at once, when the tag ends: 700,000 of them held up everybody. */
const maxAttributes = 100;
const maxTagName = 100;
/** Characters parsed in one go. A hostile file of 10 MB takes a second or two; between its portions everybody else is served. */
const portion = 1 << 16;

/**
 * Reads an XML document element by element, in bounded depth. Names lose their prefix, attributes are skipped. A DOCTYPE is
 * refused, so there are no entities to expand and nothing to fetch (docs/decisions/0010). Throws `bad_input` on `file`.
 */
export async function readXml(text: string, visitor: XmlVisitor): Promise<void> {
	const parser = new SaxesParser({ position: false });
	let depth = 0;
	let parts = 0;
	let attributes = 0;
	const count = () => {
		if (++parts > maxParts || depth > maxDepth) throw badField("file", tooComplex);
	};
	const local = (name: string) => name.slice(name.indexOf(":") + 1);
	parser.on("error", () => {
		throw broken();
	});
	parser.on("doctype", () => {
		throw badField("file", "An XML file with a DOCTYPE or entities of its own is not read");
	});
	parser.on("opentagstart", ({ name }) => {
		attributes = 0;
		if (name.length > maxTagName) throw badField("file", tooComplex);
	});
	parser.on("attribute", () => {
		if (++attributes > maxAttributes) throw badField("file", tooComplex);
	});
	parser.on("opentag", ({ name }) => {
		depth++;
		count();
		visitor.open(local(name));
	});
	parser.on("closetag", ({ name }) => {
		depth--;
		visitor.close(local(name));
	});
	parser.on("text", (words) => depth > 0 && visitor.text(words));
	parser.on("cdata", (words) => visitor.text(words));
	parser.on("comment", count);
	parser.on("processinginstruction", count);
	for (let at = 0; at < text.length; at += portion) {
		parser.write(text.slice(at, at + portion));
		await setImmediate();
	}
	parser.close();
	if (parts === 0) throw broken();
}
