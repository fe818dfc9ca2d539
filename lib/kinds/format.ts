import type { KindName } from "@/lib/shares/kind";

/** A song as files about it have it; `duration` in seconds, `ending` of the file's name. */
export type ListedSong = {
	title: string;
	artist: string;
	duration: number | null;
	youtubeId: string | null;
	identifier: string;
	ending: string;
};

/** What a file is made of: what somebody may see of an item. */
export type Source<Content = Record<string, unknown>> = {
	title: string;
	description: string;
	content: Content;
	/** The songs of a playlist, in order. */
	songs: ListedSong[];
	/** The bytes of one of its files, or null. */
	file(role: string): Promise<Buffer | null>;
};
/** `ending` of the file's name, with its dot. */
export type Written = { body: string | Buffer; type: string; ending: string };
export type Exporter<Content = Record<string, unknown>> = (source: Source<Content>) => Promise<Written> | Written;

/** Keeps the types of a kind's writers while it lists them. */
export function defineExporters<Content>(exporters: Record<string, Exporter<Content>>): Record<string, Exporter> {
	// Each is called with what its own kind published.
	return exporters as Record<string, Exporter>;
}

export type Exporters = Record<KindName, Record<string, Exporter>>;
