import { endless, mostParts, type Surveyor } from "./survey";

/** The boxes whose inside is read: tracks with their tables, tags and covers. */
const read = new Set(["moov", "moof", "meta", "udta"]);

/** An MP4 is a row of boxes, each with its size before it; the last one shows whether the file is whole. */
export const surveyMp4: Surveyor = async (bytes) => {
	let tags = 0;
	let at = 0;
	for (let parts = 0; at + 8 <= bytes.size; parts++) {
		if (parts > mostParts) return { tags: endless, missing: 0 };
		const header = await bytes.read(at, 16);
		const short = header.readUInt32BE(0);
		const type = header.toString("latin1", 4, 8);
		// 1 says that the size is a long one, behind the type; 0 that the box goes on to the end.
		const size = short === 1 ? long(header) : short === 0 ? bytes.size - at : short;
		if (size < 8) return { tags, missing: 0 };
		if (read.has(type)) tags += size;
		at += size;
	}
	return { tags, missing: Math.max(0, at - bytes.size) };
};

function long(header: Buffer): number {
	return header.length < 16 ? 0 : Number(header.readBigUInt64BE(8));
}
