import { isRefused } from "@/lib/refused";
import { type Audio, readAudio } from "./audio";
import { type Cover, readCover } from "./cover";
import { turns } from "./turns";

export type SongFile = Omit<Audio, "cover"> & { cover: Cover | null };

/** From tags to resized cover: a picture of 16 MB that waits for its turn would be held for each upload there is. */
const inTurn = turns(2);

/**
 * What a song's file is and holds. A cover in its tags that is no picture that we take is none: nobody chose it, and it refuses
 * no song. Throws as `readAudio`.
 */
export function readSong(path: string): Promise<SongFile> {
	return inTurn(1, async () => {
		const { cover: picture, ...audio } = await readAudio(path);
		return { ...audio, cover: picture && (await readCover(picture).catch(noneIfRefused)) };
	});
}

function noneIfRefused(error: unknown): null {
	if (isRefused(error)) return null;
	throw error;
}
