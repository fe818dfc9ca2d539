import { tidy } from "@/lib/text";
import { youtubeIdOf } from "@/lib/youtube-link";

export type Name = { title: string; artist: string };

/**
 * The names that a location's last part can mean: `../music/03 Mira%20Holt - Northbound.mp3`. It is a name and nothing else;
 * no file is looked for by it.
 */
export function namesInFile(reference: string): Name[] {
	if (/^(?:urn|data):/i.test(reference) || youtubeIdOf(reference)) return [];
	const path = /^https?:/i.test(reference) ? reference.replace(/[?#].*$/s, "") : reference;
	const last = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).slice(0, 1_000);
	return [...new Set([last, decoded(last)])].flatMap((name) => {
		const base = tidy(name.replace(/\.[A-Za-z0-9]{1,5}$/, "").replaceAll("_", " "), 200);
		const unnumbered = base.replace(/^\d{1,3}(?:[\s.-]+)(?=\S)/, "");
		return [...new Set([base, unnumbered])].filter((each) => /[\p{L}\p{N}]/u.test(each)).flatMap(namesIn);
	});
}

function namesIn(base: string): Name[] {
	const dash = base.indexOf(" - ");
	const whole = { title: base, artist: "" };
	return dash < 0 ? [whole] : [{ artist: base.slice(0, dash).trim(), title: base.slice(dash + 3).trim() }, whole];
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
