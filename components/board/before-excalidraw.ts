declare global {
	interface Window {
		EXCALIDRAW_ASSET_PATH?: string | string[];
	}
}

let isDone = false;

/** Sets the scene for Excalidraw, before it is loaded: nothing in it is to ask another server, or to try what our policy forbids. */
export function beforeExcalidraw(): void {
	if (isDone) return;
	isDone = true;
	fontsFromHere();
	// Our policy lets no page compile WebAssembly. What scales pictures asks whether it is there, tries, and is reported; so it is not there.
	Reflect.deleteProperty(window, "WebAssembly");
}

/** For each typeface Excalidraw names a second place, on somebody else's server, and the policy reports that even if it is never asked for. */
function fontsFromHere(): void {
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
	const own = source.split(/,\s*(?=url\()/).filter((place) => place.startsWith(here));
	return own.length > 0 ? own.join(", ") : source;
}
