import { z } from "zod";
import type { Owner } from "@/lib/authority";
import { withFiles } from "@/lib/items/with-files";
import { addYoutubeSong } from "@/lib/items/youtube-songs";
import { kindNamed, kinds } from "@/lib/kinds/registry";
import { turns } from "@/lib/media/turns";
import type { BlobRow, World } from "@/lib/ports";
import { badField, isRefused } from "@/lib/refused";
import { written } from "@/lib/shares/kind";
import { tidy } from "@/lib/text";
import { newYoutubeSong } from "@/lib/youtube-link";
import { type ArchivedItem, archivedItem, itemFile, manifest, manifestPath } from "./layout";
import { type Archive, openArchive } from "./open-archive";
import { type KeptFiles, readArchived } from "./read-files";

/** What came of an archive: how many things came in, and why each of the others did not. */
export type ImportedAccount = { items: number; skipped: { title: string; reason: string }[] };

/** Pictures and sounds are read again: that takes a processor. */
const inTurn = turns(1);

/**
 * Makes the things in an account's archive the owner's, each whole or not at all; what somebody has already they get once more, but for videos of YouTube.
 * Throws `bad_input` on `file` for what is no such archive.
 */
export function importAccount(world: World, owner: Owner, path: string): Promise<ImportedAccount> {
	return inTurn(1, async () => {
		const archive = await openArchive(path);
		try {
			return await importAll(world, owner, archive);
		} finally {
			archive.close();
		}
	});
}

async function importAll(world: World, owner: Owner, archive: Archive): Promise<ImportedAccount> {
	const list = parsed(manifest, await archive.text(manifestPath));
	if (!list) throw badField("file", "This is not an archive that Passalong made");
	const result: ImportedAccount = { items: 0, skipped: [] };
	/** Numbers here by those in the archive. */
	const ids = new Map<number, number>();
	for (const folder of new Set(list.items.map((item) => item.folder))) {
		let title = folder;
		try {
			const item = parsed(archivedItem, await archive.text(`${folder}/${itemFile}`));
			if (!item) throw badField("file", "What stands in its item.json cannot be read");
			title = item.title;
			ids.set(item.id, await importItem(world, owner, archive, folder, item, ids));
			result.items++;
		} catch (error) {
			if (!isRefused(error)) throw error;
			result.skipped.push({ title: tidy(title, 200) || "Untitled", reason: reasonOf(error.fields) });
		}
	}
	return result;
}

/** Longest titles; a song's is as long as any. */
const longestTitle = { playlist: 100, other: 200 };

async function importItem(
	world: World,
	owner: Owner,
	archive: Archive,
	folder: string,
	item: ArchivedItem,
	ids: Map<number, number>,
): Promise<number> {
	const kind = kindNamed(item.kind);
	const content = kind.content.safeParse(item.content);
	if (!content.success) throw badField("file", `Its content does not fit: ${content.error.issues[0]?.path.join(".") ?? ""}`);
	const title = tidy(item.title, item.kind === "playlist" ? longestTitle.playlist : longestTitle.other) || kind.blank || "Untitled";
	const video = newYoutubeSong.safeParse({ ...content.data, title });
	if (item.kind === "song" && content.data.source === "youtube") {
		if (!video.success) throw badField("file", "It is no video of YouTube");
		return (await addYoutubeSong(world, owner, kinds.song, video.data)).song.id;
	}
	const { blobs, cover } = await keepFiles(world, archive, folder, item);
	const create = () => {
		if (item.kind === "song" && !blobs.some(({ role }) => role === "audio")) throw badField("file", "Its sound is missing in the archive");
		return world.items.create({
			ownerId: owner.id,
			kind: item.kind,
			title,
			description: tidyLines(item.description),
			...written(kind, content.data),
			blobs,
			members: item.members.flatMap((id) => ids.get(id) ?? []),
			...(cover ? { cover } : {}),
		});
	};
	return (await withFiles(world.blobs, keysOf(blobs), async () => create())).id;
}

const keysOf = (blobs: BlobRow[]) => blobs.map(({ key }) => key);

/** All of its files, or none when one of them is not what it has to be. */
async function keepFiles(world: World, archive: Archive, folder: string, { files }: ArchivedItem): Promise<KeptFiles> {
	const all: KeptFiles = { blobs: [], cover: undefined };
	try {
		for (const { path, role } of files) {
			// Made anew with the large one.
			if (role === "cover-small") continue;
			if (all.blobs.some((blob) => blob.role === role)) throw badField("file", "Two of its files are the same one");
			const kept = await readArchived(world, await archive.stream(`${folder}/${path}`), role);
			all.blobs.push(...kept.blobs);
			all.cover ??= kept.cover;
		}
		return all;
	} catch (error) {
		for (const key of keysOf(all.blobs)) await world.blobs.remove(key);
		throw error;
	}
}

function tidyLines(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\P{Cc}\n\t]/gu, " ")
		.trim()
		.slice(0, 500);
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

/** The words of a refusal that names a field. */
function reasonOf({ fields }: Readonly<Record<string, unknown>>): string {
	const named = z.record(z.string(), z.string()).safeParse(fields).data ?? {};
	return Object.values(named)[0] ?? "It cannot be read";
}
