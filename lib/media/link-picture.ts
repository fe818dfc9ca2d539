import sharp from "sharp";
import { artSide, corners, drawing, linkPictureSize, page, soft, softly } from "./link-drawing";
import { type LinkWords, setWords } from "./link-words";

/** Small enough for every chat: a picture of gradients and large letters takes 30 to 60 KB as a JPEG, and five times as much as a PNG. */
export const linkPictureType = "image/jpeg";

/** The picture that chats show for a link, as a JPEG. `cover` is a picture as covers are kept; null draws one from the title. */
export async function linkPicture(words: LinkWords, cover: Buffer | null): Promise<Buffer> {
	const { width, height } = linkPictureSize;
	const set = await setWords(words);
	const square = await sharp(cover ?? drawing(words.title))
		.resize(artSide, artSide, { fit: "cover" })
		.flatten({ background: "#f3f1ec" })
		.png({ compressionLevel: 1 })
		.toBuffer();
	const [blurred, art] = await Promise.all([
		sharp(square).resize(40, 21).blur(4).modulate({ saturation: 1.3 }).png().toBuffer(),
		sharp(square)
			.composite([{ input: corners(), blend: "dest-in" }])
			.png({ compressionLevel: 1 })
			.toBuffer(),
	]);
	const backdrop = await sharp(blurred)
		.resize(width / softly, height / softly, { fit: "fill", kernel: "cubic" })
		.composite([{ input: soft(set) }])
		.removeAlpha()
		.png({ compressionLevel: 1 })
		.toBuffer();
	return sharp(backdrop)
		.resize(width, height, { kernel: "cubic" })
		.composite([{ input: page(set) }, { input: art, ...set.art }])
		.jpeg({ quality: 86, chromaSubsampling: "4:4:4" })
		.toBuffer();
}
