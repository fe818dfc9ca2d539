/**
 * Whether a text would become more values, or stand deeper in each other, than that: counted before anything is made of it. `JSON.parse` of ten megabytes of
 * brackets takes two seconds and hundreds of megabytes; counting them takes no time.
 */
export function isComplex(json: string, most: { parts: number; depth: number }): boolean {
	let parts = 0;
	let depth = 0;
	for (let at = 0; at < json.length; at++) {
		const mark = json.charCodeAt(at);
		if (mark === 34) at = stringEnd(json, at);
		else if (mark === 44) parts++;
		else if (mark === 91 || mark === 123) {
			parts++;
			depth++;
		} else if (mark === 93 || mark === 125) depth--;
		if (parts > most.parts || depth > most.depth) return true;
	}
	return false;
}

/** Where the string that begins at `start` ends; the text's end when it does not. */
function stringEnd(json: string, start: number): number {
	for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
		let escapes = 0;
		while (json[end - 1 - escapes] === "\\") escapes++;
		if (escapes % 2 === 0) return end;
	}
	return json.length;
}
