import type { BinaryFileData } from "@excalidraw/excalidraw/types";

/** The longer side of a drawing that is made a picture, in pixels. */
const longest = 2_000;

/** The bytes of a data URL. */
function bytesOf(url: string): Blob {
	const [head = "", base64 = ""] = url.split(",", 2);
	const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
	return new Blob([bytes], { type: /^data:([^;,]*)/.exec(head)?.[1] ?? "" });
}

/** A drawing as a picture: what others get to see of a board is never a file that could run something. */
async function rasterised(url: string): Promise<Blob> {
	const image = new Image();
	image.src = url;
	await image.decode();
	const scale = longest / Math.max(1, image.naturalWidth, image.naturalHeight);
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
	canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
	canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/** A picture of a board as it is uploaded; null when there is nothing to be made of it. */
export async function fileToUpload({ id, dataURL }: BinaryFileData): Promise<File | null> {
	try {
		const blob = dataURL.startsWith("data:image/svg+xml") ? await rasterised(dataURL) : bytesOf(dataURL);
		return new File([blob], id, { type: blob.type });
	} catch {
		return null;
	}
}
