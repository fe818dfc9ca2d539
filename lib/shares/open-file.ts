import { isStillSignedIn, type Visitor } from "@/lib/authority";
import { watchChanges } from "@/lib/changes";
import type { BlobRow, World } from "@/lib/ports";
import { isRefused, isUnavailable } from "@/lib/refused";

/** A file that may be sent; `whenCut` calls back, once, as soon as it may no longer. */
export type Streamable = { blob: BlobRow; whenCut(cut: () => void): () => void };
/** What was allowed, and what that hangs on. */
type Allowed = { blob: BlobRow; shareId: number; itemIds: number[]; ownerId: string };

/** Nobody tells that the time of a link is over. In ms. */
const second = 1000;

/** Opens a file for a visitor whom `check` allows it; the same check decides anew whenever something changes while it is sent. */
export async function openFile(world: World, visitor: Visitor, check: () => Promise<Allowed>): Promise<Streamable> {
	const { blob, ...watched } = await check();
	return {
		blob,
		whenCut(cut) {
			const { owner } = visitor;
			const ownerIds = [watched.ownerId, ...(owner ? [owner.id] : [])];
			// A database that is away for a moment cuts nobody off.
			return watchChanges(world.bus, { ...watched, ownerIds, every: second }, async (why) => {
				try {
					await check();
					if (owner && why === "told" && !(await isStillSignedIn(world, owner))) cut();
				} catch (error) {
					if (!isRefused(error)) throw error;
					if (!isUnavailable(error)) cut();
				}
			});
		},
	};
}
