/** Width and height of a picture for print, in pixels. */
const printed = 1024;

/** The drawing as a file. */
export function svgOf(svg: SVGSVGElement): Blob {
	return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
}

/** The drawing as a picture of 1024 × 1024 pixels. Rejects when the browser cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
	const address = URL.createObjectURL(svgOf(svg));
	try {
		const picture = new Image(printed, printed);
		picture.src = address;
		await picture.decode();
		const canvas = document.createElement("canvas");
		canvas.width = printed;
		canvas.height = printed;
		canvas.getContext("2d")?.drawImage(picture, 0, 0, printed, printed);
		return await new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture")))));
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** Hands a file to whoever sits before the browser, under a name that every file system takes. */
export function save(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").slice(-120);
	link.click();
	// The browser reads it after the click.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
