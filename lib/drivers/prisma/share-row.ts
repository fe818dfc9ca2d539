import type { Allowed, Counts } from "@/lib/ports";
import type { ShareModel } from "./generated/models/Share";

/** What is read along with a link's row. */
export const include = {
	item: { select: { deletedAt: true } },
	allow: { select: { email: true, userId: true }, orderBy: { id: "asc" } },
} as const;
/** A link's row with what is read along. */
export type ShareRow = ShareModel & { item: { deletedAt: Date | null } | null; allow: Allowed[] };

/** A link ends with its item; whether that is there is looked up with the link each time, so that no race can leave it open. */
export function toShare<Given extends Omit<ShareRow, keyof Counts>>({ allow, ...row }: Given) {
	const { policy, ...rest } = toListed(row);
	return { ...rest, policy: { ...policy, allow } };
}

/** The same without whom it is for. */
export function toListed<Given extends Omit<ShareRow, keyof Counts | "allow">>(row: Given) {
	const { isActive, startsAt, expiresAt, passwordHash, isProtected, playLimit, maxViews, allowDownload, allowIndexing, item, ...rest } =
		row;
	const gone = item ? item.deletedAt : row.updatedAt;
	const policy = { isActive, startsAt, expiresAt, passwordHash, isProtected, playLimit, maxViews, allowDownload, allowIndexing };
	return { ...rest, endedAt: row.endedAt ?? gone, policy };
}
