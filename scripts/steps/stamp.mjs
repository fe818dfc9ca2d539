// What is up to date is decided by content, never by time: a stamp holds the hash of everything a result was made from.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { within } from "./paths.mjs";

function filesBelow(path, skip) {
	const entry = statSync(within(path), { throwIfNoEntry: false });
	if (!entry || skip(path)) return [];
	if (!entry.isDirectory()) return [path];
	return readdirSync(within(path))
		.sort()
		.flatMap((name) => filesBelow(`${path}/${name}`, skip));
}

/** A hash over names and contents of files and folders (relative to the project; absent ones count as such) and further words. */
export function hashOf(paths, { skip = () => false, words = [] } = {}) {
	const hash = createHash("sha256").update(JSON.stringify(words));
	for (const file of paths.flatMap((path) => filesBelow(path, skip))) {
		const content = readFileSync(within(file));
		hash.update(`\0${file}\0${content.length}\0`).update(content);
	}
	return hash.digest("hex");
}

const read = (stamp) => {
	try {
		return readFileSync(within(stamp), "utf8");
	} catch {
		return null;
	}
};

/** Does `work` unless `stamp` says that it was done for `hash`; `always` asks nothing. What is interrupted or fails leaves no stamp. */
export async function unlessDone(stamp, hash, work, { always = false } = {}) {
	if (!always && read(stamp) === hash) return;
	rmSync(within(stamp), { force: true });
	await work();
	writeFileSync(within(stamp), hash);
}
