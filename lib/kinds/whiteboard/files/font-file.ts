import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The typefaces that @excalidraw/excalidraw brings along. Our working folder is the project's. */
const folder = join("node_modules", "@excalidraw", "excalidraw", "dist", "prod", "fonts");

/** One of Excalidraw's font files, `Excalifont/Excalifont-Regular-….woff2`; null when it has none of that name. */
export async function fontFile(name: string): Promise<Buffer | null> {
	if (!/^[A-Za-z]{1,20}\/[A-Za-z0-9_-]{1,100}\.woff2$/.test(name)) return null;
	try {
		return await readFile(join(folder, ...name.split("/")));
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
		throw error;
	}
}
