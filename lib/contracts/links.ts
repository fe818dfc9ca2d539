import { z } from "zod";
import { email } from "@/lib/accounts/credentials";
import { kinds } from "@/lib/kinds/registry";
import type { ItemHead, LinkEvent, Share } from "@/lib/ports";
import { kindNames } from "@/lib/shares/kind";
import { linkSorts } from "@/lib/shares/list";
import { type LinkState, linkStates } from "@/lib/shares/state";
import type { DailyStats } from "@/lib/shares/stats";
import { line } from "@/lib/text";
import { policyChanges, toPolicy } from "./policy";
import { thumbnailOf } from "./thumbnails";

/** The page's address before this one, as its browser tells. What is no text is nothing: opening a page never fails on it. */
export const openBody = z.object({ referrer: z.string().max(2_000).optional().catch(undefined) });

export const linkQuery = z.object({
	kind: z.enum(kindNames).optional(),
	state: z.enum(linkStates).optional(),
	q: z.string().max(200).default(""),
	sort: z.enum(linkSorts).default("newest"),
	limit: z.coerce.number().int().min(1).max(200).default(50),
	/** As the answer before this one gave it. */
	cursor: z.string().max(1_000).optional(),
});
export type LinkQuery = z.output<typeof linkQuery>;

export const statsQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

export const activityQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) });
/** As whom a link is looked at: null is somebody without an account. */
export const explainQuery = z.object({ as: z.union([z.literal("anonymous").transform(() => null), email]).default(null) });
export const approveBody = z.object({ email });
export const unlockBody = z.object({ password: z.string("Required").min(1, "Required").max(200, "At most 200 characters") });

/** A password is hashed and a list replaced: more than a person does, less than holds up others. */
export const changeLimit = { name: "shares.change", per: "minute", max: 120 } as const;

const isActive = z.boolean();
const label = line({ max: 60 });
export const linkRevision = z.object({ isActive: isActive.optional(), label: label.optional(), policy: policyChanges.optional() });
export const newLinkBody = z.object({
	/** The item's own link, made or found; whatever else is given is then left aside. */
	primary: z.boolean().default(false),
	label: label.default(""),
	policy: policyChanges.default({}),
});
export const linksChange = z.object({
	ids: z
		.array(z.union([z.string(), z.number()]))
		.min(1)
		.max(500),
	isActive,
});

export type Link = { share: Share; item: ItemHead | null; first: ItemHead | undefined; state: LinkState; waiting: string[] };

/** A link as its owner sees it, in the native family. `item` is null once it is gone for good. */
export function toLink(origin: string, { share, item, first, state, waiting }: Link) {
	const kind = z.enum(kindNames).parse(share.kind);
	return {
		id: String(share.id),
		code: share.code,
		url: `${origin}${kinds[kind].page(share.code)}`,
		kind,
		item: item && { id: String(item.id), title: item.title, thumbnail: thumbnailOf(item, "owner", first) },
		primary: share.primaryOf !== null,
		contextPlaylistId: share.contextId === null ? null : String(share.contextId),
		/** When what it shows was frozen; null shows the item as it is. */
		snapshotAt: share.snapshotAt?.toISOString() ?? null,
		/** Whether it is one person's own. */
		personal: share.forUserId !== null,
		label: share.label,
		state,
		policy: toPolicy(share.policy),
		openings: share.openings,
		waiting,
		version: share.version,
		viewCount: share.viewCount,
		playCount: share.playCount,
		lastAccessedAt: share.lastAccessedAt?.toISOString() ?? null,
		createdAt: share.createdAt.toISOString(),
	};
}

/** Something that happened on a link. */
export function toActivity({ what, detail, count, at }: LinkEvent) {
	return { at: at.toISOString(), what, detail, count };
}

/** What happened on a link; every day stands in it, oldest first. `host` is empty for views that came from nowhere. */
export function toStats({ days, referrers, signups }: DailyStats) {
	return { days: days.map(({ day, views, plays }) => ({ date: day, views, plays })), referrers, signups };
}
