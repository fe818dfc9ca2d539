import { isStillSignedIn, type Visitor } from "@/lib/authority";
import { watchChanges } from "@/lib/changes";
import type { BlobRow, World } from "@/lib/ports";
import { isRefused, isUnavailable, Refused } from "@/lib/refused";
import { admit, isPartOf } from "./admit";
import { checkGrant } from "./grants";

export type StreamRequest = { code: string; visitor: Visitor; songId: number | null; grant: string | null };
/** A file that may be sent; `whenCut` calls back, once, as soon as it may no longer. */
export type Streamable = { blob: BlobRow; whenCut(cut: () => void): () => void };

/**
 * The audio of a song of a link, for a visitor who was granted it or is signed in. Throws the link's refusal, `not_granted`
 * for a missing or altered grant, `share_not_found` when the song is gone from the link.
 */
export async function streamShare(world: World, request: StreamRequest): Promise<Streamable> {
	const begun = world.clock.now();
	const { blob, ...watched } = await check(world, request, begun);
	return {
		blob,
		whenCut(cut) {
			const { owner } = request.visitor;
			const ownerIds = [watched.ownerId, ...(owner ? [owner.id] : [])];
			// Whatever changed, the same check decides anew; a database that is away for a moment cuts nobody off.
			return watchChanges(world.bus, { ...watched, ownerIds, every: second }, async (why) => {
				try {
					await check(world, request, begun);
					if (owner && why === "told" && !(await isStillSignedIn(world, owner))) cut();
				} catch (error) {
					if (!isRefused(error)) throw error;
					if (!isUnavailable(error)) cut();
				}
			});
		},
	};
}

/** Nobody tells that the time of a link is over. In ms. */
const second = 1000;

/** A grant counts as of the stream's beginning: who was let in hears the song to its end. */
async function check(world: World, { code, visitor, songId, grant }: StreamRequest, begun: Date) {
	const share = await admit(world, code, visitor);
	const granted = songId !== null && grant !== null && checkGrant(world.secrets.grant, grant, { shareId: share.id, songId }, begun);
	if (songId === null || !(granted || (visitor.owner && grant === null))) throw new Refused("not_granted");
	const blob = (await isPartOf(world, share, songId)) ? await world.items.blob(songId, "audio") : null;
	if (!blob) throw new Refused("share_not_found");
	return { shareId: share.id, itemIds: [share.itemId, songId], ownerId: share.ownerId, blob };
}
