import type { RefusedShare, SharedItem } from "@/components/share/model";
import { thumbnailOf } from "@/lib/contracts/thumbnails";
import { kinds } from "@/lib/kinds/registry";
import { platform } from "@/lib/platform";
import type { KindName } from "@/lib/shares/kind";
import { readItem } from "@/lib/shares/read-item";
import { mayDownload } from "@/lib/shares/stream";
import { refusedPage } from "./refused-page";
import { viewer } from "./viewer";

export type ContentOf<Name extends KindName> = ReturnType<(typeof kinds)[Name]["publish"]>;

/**
 * What a link to an item of this kind shows this visitor, or why not; to whom is not signed in of some kinds a preview. Rendering counts nothing. Throws
 * `unavailable`.
 */
export async function sharedItem<Name extends KindName>(name: Name, code: string): Promise<SharedItem<ContentOf<Name>> | RefusedShare> {
	const visitor = await viewer();
	const kind = kinds[name];
	const whole = kind.whole === "anyone" || visitor.owner !== null;
	try {
		const { share, owner, item, content } = await readItem(platform(), kind, code, visitor, { depth: whole ? "whole" : "preview" });
		const isOwner = visitor.owner?.id === owner.id;
		return {
			refusal: null,
			code: share.code,
			itemId: String(item.id),
			kind: name,
			title: item.title,
			description: item.description,
			ownerName: owner.name ?? owner.username,
			thumbnail: thumbnailOf(item, { share: share.code }),
			signedIn: visitor.owner !== null,
			owner: isOwner,
			whole,
			content: content as ContentOf<Name>,
			updatedAt: (share.snapshotAt ?? item.updatedAt).toISOString(),
			downloads: whole && share.policy.allowDownload && mayDownload(share, visitor) ? `/api/files/share/${share.code}/export` : null,
		};
	} catch (error) {
		return refusedPage(error);
	}
}
