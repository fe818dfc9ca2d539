import type { Owner } from "@/lib/authority";
import { readBoardPicture } from "@/lib/media/board-picture";
import { turns } from "@/lib/media/turns";
import type { BlobRow, World } from "@/lib/ports";
import { isRefused, isUnavailable } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { keepPicture } from "./board-pictures";
import { fileTitle } from "./file-title";
import type { Imported, ImportWords, Skipped } from "./import-document";
import { withFiles } from "./with-files";

/** A scene from a file, its pictures apart. */
type Found = { scene: { files: Record<string, object> }; pictures: { id: string; bytes: Buffer }[]; skipped: Skipped[] };
/** What the kind of boards knows of files. `read` throws `bad_input` on `file`. */
type Boards = { kind: Kind; roleOf(id: string): string; read(bytes: Uint8Array): Found };

/** A file of thirty megabytes is held in memory several times over: one at a time. */
const inTurn = turns(1);

/** Makes a whiteboard of an Excalidraw file, its pictures stored beside it. Its title is the one given, else the file's name. Throws `bad_input` on `file`. */
export function importBoard(
	world: World,
	owner: Owner,
	{ kind, roleOf, read }: Boards,
	file: { bytes: Uint8Array; name: string },
	{ title }: ImportWords,
): Promise<Imported> {
	return inTurn(1, async () => {
		const { scene, pictures, skipped } = read(file.bytes);
		const files: Record<string, object> = {};
		const kept: BlobRow[] = [];
		try {
			for (const { id, bytes } of pictures) {
				const stored = await storePicture(world, bytes, roleOf(id));
				if ("reason" in stored) {
					skipped.push({ title: "Picture", reason: stored.reason });
					continue;
				}
				kept.push(stored);
				files[id] = { ...scene.files[id], mimeType: stored.type };
			}
		} catch (error) {
			for (const { key } of kept) await world.blobs.remove(key);
			throw error;
		}
		const fileName = file.name.replace(/\.excalidraw(?:\.json)?$/i, ".json");
		const name = title ?? fileTitle(fileName, { max: 200, otherwise: kind.blank ?? "Untitled" });
		const content = written(kind, { canvas_data: { ...scene, files } });
		const keys = kept.map(({ key }) => key);
		const item = await withFiles(world.blobs, keys, () =>
			world.items.create({ ownerId: owner.id, kind: kind.name, title: name, description: "", ...content, blobs: kept }),
		);
		return { item, skipped };
	});
}

/** A picture that is damaged or too large is left out, and said to be. */
async function storePicture({ blobs }: World, bytes: Buffer, role: string): Promise<BlobRow | { reason: string }> {
	try {
		return await keepPicture(blobs, await readBoardPicture(bytes), role);
	} catch (error) {
		if (!isRefused(error) || isUnavailable(error)) throw error;
		return { reason: String(Object(error.fields.fields).file ?? "It cannot be read") };
	}
}
