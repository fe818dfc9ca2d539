import { turns } from "@/lib/media/turns";
import { Refused } from "@/lib/refused";
import type { KindName } from "@/lib/shares/kind";
import { exporters as chat } from "./chat/files/export";
import type { Exporters, Source, Written } from "./format";
import { exporters as list } from "./list/files/export";
import { exporters as note } from "./note/files/export";
import { exporters as playlist } from "./playlist/files/export";
import { exporters as whiteboard } from "./whiteboard/files/export";

/** The formats that items of each kind go out as; the first is the one that is offered first. A kind that is missing here does not compile. */
export const exporters: Exporters = {
	playlist,
	// A song is its file.
	song: {},
	// A slideshow is its pictures and videos.
	session: {},
	chat,
	list,
	note,
	whiteboard,
};

/** A board goes out with all its pictures in it: one at a time in this process. */
const boardsInTurn = turns(1);

/** The names of the formats of a kind. */
export function formatsOf(kind: string): string[] {
	return Object.keys(exporters[kind as KindName] ?? {});
}

/** The item as a file of that format, or of the kind's first. Throws `unknown_format`. */
export async function exportAs(kind: string, format: string | null, source: Source): Promise<Written> {
	const formats = exporters[kind as KindName] ?? {};
	const wanted = format ?? Object.keys(formats)[0] ?? "";
	const write = Object.hasOwn(formats, wanted) ? formats[wanted] : undefined;
	if (!write) throw new Refused("unknown_format");
	return kind === "whiteboard" ? boardsInTurn(1, async () => write(source)) : write(source);
}
