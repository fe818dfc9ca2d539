import type { SharedPage, SharedTrack } from "@/components/share/model";
import { toSharedContent } from "@/lib/contracts/share";
import { platform } from "@/lib/platform";
import { readShare } from "@/lib/shares/read";
import { mayDownload } from "@/lib/shares/stream";
import { refusedPage } from "./refused-page";
import { viewer } from "./viewer";

const toTrack = ({ id, title, artist, duration, thumbnail, youtubeId }: SharedTrack): SharedTrack => ({
	id,
	title,
	artist,
	duration,
	thumbnail,
	youtubeId,
});

/** What a link shows this visitor, or why not. Rendering counts nothing: the page's script says that it was opened. Throws `unavailable`. */
export async function sharedPage(code: string): Promise<SharedPage> {
	const visitor = await viewer();
	try {
		const shared = await readShare(platform(), code, visitor, { counts: false });
		const { share, content, contextPlaylist } = toSharedContent(shared);
		const songs = "songs" in content ? content.songs : [content];
		return {
			refusal: null,
			shareId: share.shareId,
			type: share.type,
			title: share.title,
			description: shared.item.description,
			ownerName: shared.owner.name ?? shared.owner.username,
			thumbnail: share.thumbnail,
			tracks: songs.map(toTrack),
			context: contextPlaylist
				? { title: contextPlaylist.name, thumbnail: contextPlaylist.thumbnail, tracks: contextPlaylist.songs.map(toTrack) }
				: null,
			signedIn: visitor.owner !== null,
			owner: visitor.owner?.id === shared.owner.id,
			playLimit: visitor.owner ? null : shared.share.policy.playLimit,
			downloads: shared.share.policy.allowDownload && mayDownload(shared.share, visitor) ? `/api/files/share/${share.shareId}/items` : null,
		};
	} catch (error) {
		return refusedPage(error);
	}
}
