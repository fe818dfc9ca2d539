import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Cover } from "@/components/ui/cover";

/** Pixels along each side of a picture that is made here. */
const side = 512;

/** The pictures of a track for the system: its own cover, or the one that stands for it in the page. */
export async function artworkOf(title: string, thumbnail: string | null): Promise<MediaImage[]> {
	if (thumbnail?.startsWith("/api/files/")) {
		const { href } = new URL(thumbnail, location.origin);
		return [
			{ src: `${href}${href.includes("?") ? "&" : "?"}size=small`, sizes: "160x160" },
			{ src: href, sizes: "640x640" },
		];
	}
	try {
		return [{ src: await painted(drawn(title)), sizes: `${side}x${side}`, type: "image/png" }];
	} catch {
		// A browser that keeps its canvas shut: the title has to do.
		return [];
	}
}

/** The generated cover as the text of an SVG file. */
function drawn(title: string): string {
	const box = document.createElement("div");
	const root = createRoot(box);
	flushSync(() => root.render(<Cover title={title} />));
	const svg = box.querySelector("svg");
	svg?.setAttribute("xmlns", "http://www.w3.org/2000/svg");
	svg?.setAttribute("width", String(side));
	svg?.setAttribute("height", String(side));
	const text = svg ? new XMLSerializer().serializeToString(svg) : "";
	root.unmount();
	return text;
}

async function painted(svg: string): Promise<string> {
	const picture = new Image(side, side);
	picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
	await picture.decode();
	const canvas = document.createElement("canvas");
	canvas.width = canvas.height = side;
	canvas.getContext("2d")?.drawImage(picture, 0, 0, side, side);
	return canvas.toDataURL("image/png");
}
