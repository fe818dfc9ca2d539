/** How deep folders in folders are looked into, and how many files are taken at once. */
const deepest = 12;
const most = 2_000;

export type Found = { files: File[] /** There was more than is taken at once. */; cut: boolean };

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** All entries of a folder: a reader hands them out in portions, and an empty one is the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	while (all.length <= most) {
		const portion = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
		if (portion.length === 0) break;
		all.push(...portion);
	}
	return all.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));

/** What a computer puts into folders by itself: nobody wants to read that it was skipped. */
const isLitter = ({ name }: FileSystemEntry) => name.startsWith(".") || name === "Thumbs.db" || name === "desktop.ini";

/**
 * The files that were dropped, those in folders too, in the order of their names. To be called while the drop is handled: the browser
 * forgets its items afterwards.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Found> {
	const items = [...transfer.items].filter(({ kind }) => kind === "file");
	const loose = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
	const found: Found = { files: [], cut: false };

	async function walk(entry: FileSystemEntry, depth: number): Promise<void> {
		if (isLitter(entry)) return;
		if (found.files.length >= most || depth > deepest) {
			found.cut = true;
		} else if (isFile(entry)) {
			const file = await fileOf(entry);
			if (file) found.files.push(file);
		} else if (isFolder(entry)) {
			for (const inner of await entriesOf(entry)) await walk(inner, depth + 1);
		}
	}

	for (const { entry, file } of loose) {
		if (entry) await walk(entry, 0);
		else if (file) found.files.push(file);
	}
	return found;
}
