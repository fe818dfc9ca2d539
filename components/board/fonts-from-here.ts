declare global {
	interface Window {
		EXCALIDRAW_ASSET_PATH?: string | string[];
	}
}

let isDone = false;

/**
 * Lets Excalidraw have its typefaces from here and from nowhere else; to be called before it is loaded. For each file it names a second place, on
 * somebody else's server, and whether or not that is ever asked for, our policy reports that it was named.
 */
export function fontsFromHere(): void {
	if (isDone) return;
	isDone = true;
	window.EXCALIDRAW_ASSET_PATH = "/excalidraw/";
	const here = `url(${window.location.origin}/`;
	window.FontFace = class extends window.FontFace {
		constructor(family: string, source: string | BufferSource, descriptors?: FontFaceDescriptors) {
			super(family, typeof source === "string" ? ownSources(source, here) : source, descriptors);
		}
	};
}

/** Of several places those that are here; a source without any is nobody else's file. */
function ownSources(source: string, here: string): string {
	const places = source.split(/,\s*(?=url\()/);
	const own = places.filter((place) => place.startsWith(here));
	return own.length > 0 ? own.join(", ") : source;
}
