import type { Visitor } from "@/lib/authority";
import { watchChanges } from "@/lib/changes";
import type { BlobRow, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
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
	const { blob, ...watched } = await check(world, request);
	return {
		blob,
		whenCut(cut) {
			// Whatever changed, the same check decides anew; a database that is away for a moment cuts nobody off.
			const recheck = () =>
				check(world, request).catch((error: unknown) => {
					if (isRefused(error)) cut();
				});
			return watchChanges(world.bus, watched, recheck);
		},
	};
}

async function check(world: World, { code, visitor, songId, grant }: StreamRequest) {
	const share = await admit(world, code, visitor);
	const granted =
		songId !== null && grant !== null && checkGrant(world.secrets.grant, grant, { shareId: share.id, songId }, world.clock.now());
	if (songId === null || !(granted || (visitor.owner && grant === null))) throw new Refused("not_granted");
	const blob = (await isPartOf(world, share, songId)) ? await world.items.blob(songId, "audio") : null;
	if (!blob) throw new Refused("share_not_found");
	return { shareId: share.id, itemIds: [share.itemId, songId], ownerId: share.ownerId, blob };
}
