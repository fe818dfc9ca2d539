import type { Visitor } from "@/lib/authority";
import type { World } from "@/lib/ports";
import { noteOnLink } from "./activity";
import type { Admitted } from "./admit";
import { isCrawler } from "./crawler";
import type { Depth, Kind } from "./kind";
import { type ReadItem, readItem } from "./read-item";

/** Whoever asks again and again is one line's worth once in ten minutes. */
const once = { max: 1, seconds: 10 * 60 };

/** `referral` is the code that came along in the link's address. */
type Look = { depth: Depth; what: "previewed" | "opened"; referral: string | null };

/** The same as `readItem`, and written down as something that happened on the link, with whether its owner's referral came along. */
export async function readNoted<K extends Kind>(
	world: World,
	kind: K,
	code: string,
	visitor: Visitor,
	{ depth, what, referral }: Look,
): Promise<ReadItem<ReturnType<K["publish"]>>> {
	const read = await readItem(world, kind, code, visitor, { depth });
	const detail = referral === read.owner.referralCode ? "referral" : "";
	if (visitor.owner?.id !== read.owner.id && !isCrawler(visitor.userAgent)) void note(world, read.share, visitor, { what, detail });
	return read;
}

async function note(world: World, share: Admitted, { address, owner }: Visitor, event: { what: string; detail: string }): Promise<void> {
	const hit = await world.limiter.hit(`noted:${share.id}:${event.what}:${owner?.id ?? address}`, once);
	if (hit.allowed) noteOnLink(world, share, event);
}
