import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Owner } from "@/lib/authority";
import { listedSongs } from "@/lib/items/export-playlist";
import { exportAs, formatsOf } from "@/lib/kinds/formats";
import { kindNamed, kinds } from "@/lib/kinds/registry";
import type { BlobRow, Item, ItemHead, World } from "@/lib/ports";
import { exportOwn } from "@/lib/shares/export";
import { kindNames } from "@/lib/shares/kind";
import { fileName } from "@/lib/text";
import { folderOf, itemFile, type Manifest, manifestPath, pathOf, toArchived } from "./layout";

const words = `This is everything that your account holds.

Each folder is one thing: item.json is all of it, in the form in which Passalong reads it back (Settings, Import);
beside it stand the same thing in open formats, and its files.
`;

/** Media are as small as they get; texts are not. */
const asTheyAre = { compress: false };

/**
 * The owner's whole account as a ZIP, made while it is read: every item with its content, in each open format of its kind, and its files. What is deleted
 * meanwhile is empty in it. Links are not in it: their codes are this server's.
 */
export async function exportAccount(world: World, owner: Owner): Promise<Readable> {
	const zip = new ZipFile();
	// What cannot be read ends the archive where it is: a download that breaks off is no archive.
	zip.on("error", (error: Error) => (zip.outputStream as Readable).destroy(error));
	const heads = (await world.items.heads({ ownerId: owner.id, kinds: kindNames })).sort(membersFirst);
	const list: Manifest = {
		format: "passalong-account",
		version: 1,
		exportedAt: world.clock.now().toISOString(),
		items: heads.map((head) => ({ folder: folderOf(head) })),
	};
	zip.addBuffer(Buffer.from(words), "README.txt");
	zip.addBuffer(Buffer.from(JSON.stringify(list, null, "\t")), manifestPath);
	for (const head of heads) await addItem(world, zip, head);
	zip.end();
	return zip.outputStream as Readable;
}

const membersFirst = (a: ItemHead, b: ItemHead) => Number(a.kind === "playlist") - Number(b.kind === "playlist") || a.id - b.id;

async function addItem(world: World, zip: ZipFile, head: ItemHead): Promise<void> {
	const folder = folderOf(head);
	const files = await world.items.files(head.id);
	addLazily(zip, `${folder}/${itemFile}`, async () => {
		const item = await world.items.byId(head.id);
		return item ? JSON.stringify(toArchived(item, files, await membersOf(world, item)), null, "\t") : "";
	});
	for (const format of formatsOf(head.kind)) {
		addLazily(zip, `${folder}/${fileName(head.title, 60) || head.kind}.${format}`, async () => {
			const item = await world.items.byId(head.id);
			if (!item) return "";
			const songs = await listedSongs(world, await membersOf(world, item), kinds.song);
			return (await exportAs(item.kind, format, { ...item, ...exportOwn(world, kindNamed(item.kind), item), songs })).body;
		});
	}
	for (const blob of files) {
		zip.addReadStreamLazy(`${folder}/${pathOf(blob)}`, asTheyAre, (give) => {
			void hand(zip, open(world, blob), give);
		});
	}
}

function addLazily(zip: ZipFile, path: string, make: () => Promise<string | Buffer>): void {
	zip.addReadStreamLazy(path, {}, (give) => {
		void hand(
			zip,
			make().then((body) => Readable.from([Buffer.from(body)])),
			give,
		);
	});
}

/** Hands a source to the archive; with the archive it ends, and the archive with it when it fails. */
async function hand(zip: ZipFile, made: Promise<Readable>, give: (error: unknown, stream: Readable) => void): Promise<void> {
	const whole = zip.outputStream as Readable;
	try {
		const source = await made;
		source.once("error", (error) => whole.destroy(error));
		whole.once("close", () => source.destroy());
		if (whole.destroyed) source.destroy();
		give(null, source);
	} catch (error) {
		whole.destroy(error instanceof Error ? error : new Error("The archive broke off"));
	}
}

async function membersOf({ items }: World, item: Item): Promise<Item[]> {
	return (await items.members([item.id])).get(item.id) ?? [];
}

/** A file that went meanwhile is empty: the others are there all the same. */
async function open({ blobs }: World, { key, size }: BlobRow): Promise<Readable> {
	return blobs.open(key, { start: 0, end: size - 1 }).catch(() => Readable.from([Buffer.alloc(0)]));
}
