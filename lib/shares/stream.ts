import type { Visitor } from "@/lib/authority";
import type { Link, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Admitted, admitListener, isPartOf } from "./admit";
import { checkGrant } from "./grants";
import { openFile, type Streamable } from "./open-file";

export type StreamRequest = { code: string; visitor: Visitor; songId: number | null; grant: string | null };
/** The same file to keep: no grant leads to it. */
export type DownloadRequest = { code: string; visitor: Visitor; songId: number | null };
type Asked = StreamRequest | DownloadRequest;

/**
 * The audio of a song of a link, for a visitor who was granted it or is signed in. Throws the link's refusal, `not_granted`
 * for a missing or altered grant, `share_not_found` when the song is gone from the link.
 */
export function streamShare(world: World, request: StreamRequest): Promise<Streamable> {
	return open(world, request);
}

/**
 * The audio of a song of a link that allows downloads, for whoever may hear all of it. Throws the link's refusal, `download_not_allowed`,
 * `play_limit_reached`, `share_not_found` when the song is gone from the link.
 */
export async function downloadShare(world: World, request: DownloadRequest): Promise<Streamable & { title: string }> {
	const opened = await open(world, request);
	const song = await world.items.byId(request.songId ?? 0);
	if (!song) throw new Refused("share_not_found");
	return { ...opened, title: song.title };
}

function open(world: World, request: Asked): Promise<Streamable> {
	const begun = world.clock.now();
	return openFile(world, request.visitor, () => check(world, request, begun));
}

/** A grant counts as of the stream's beginning: who was let in hears the song to its end. */
async function check(world: World, asked: Asked, begun: Date) {
	const { code, visitor, songId } = asked;
	const share = await admitListener(world, code, visitor);
	if ("grant" in asked) refuseUngranted(world, share, asked, begun);
	else refuseDownload(share, visitor);
	if (songId === null) throw new Refused("share_not_found");
	const blob = (await isPartOf(world, share, songId)) ? await world.items.blob(songId, "audio") : null;
	if (!blob) throw new Refused("share_not_found");
	return { shareId: share.id, itemIds: [share.itemId, songId], ownerId: share.ownerId, blob };
}

function refuseUngranted({ secrets }: World, share: Admitted, { songId, grant, visitor }: StreamRequest, begun: Date): void {
	if (songId !== null && grant !== null && checkGrant(secrets.grant, grant, { shareId: share.id, songId }, begun)) return;
	if (songId === null || !visitor.owner || grant !== null) throw new Refused("not_granted");
}

/** Whether a visitor whom the link admits may keep its songs: without an account only where nobody is asked for one after some songs. */
export function mayDownload({ ownerId, policy }: Link, { owner }: Visitor): boolean {
	return owner?.id === ownerId || (policy.allowDownload && (owner !== null || policy.playLimit === null));
}

/** Refuses whoever may not keep what the link shows. Throws `download_not_allowed`, `play_limit_reached`. */
export function refuseDownload(share: Admitted, visitor: Visitor): void {
	if (mayDownload(share, visitor)) return;
	if (share.policy.allowDownload) throw new Refused("play_limit_reached", { requiresAuth: true });
	throw new Refused("download_not_allowed");
}
