import type { Visitor } from "@/lib/authority";
import type { Link, World } from "@/lib/ports";
import { isRefused, isUnavailable, type RefusalCode, Refused } from "@/lib/refused";
import { type Admitted, admit, admitMany, shownItem } from "./admit";
import type { Asker } from "./decide";
import type { Kind } from "./kind";
import { type ReadItem, readAdmitted } from "./read-item";

/** Why somebody who looks at a link has to stop. */
export type CutReason = "off" | "rotated" | "expired" | "deleted" | "locked";

/** What is not here is off, or gone. */
const reasons: Partial<Record<RefusalCode, CutReason>> = {
	share_not_open_yet: "off",
	share_expired: "expired",
	share_used_up: "expired",
	share_sign_in_required: "locked",
	share_not_for_you: "locked",
	share_locked: "locked",
	share_requires_open: "locked",
};

/** Lets a visitor in who means to stay and be told what becomes of the link. Throws `share_not_followed`, whatever the gates say. */
export function followLink(world: World, code: string, visitor: Visitor, kinds?: readonly string[]): Promise<Admitted> {
	return admit(world, code, visitor, kinds ? { kinds } : {}).catch((error: unknown) => {
		throw isRefused(error) && !isUnavailable(error) ? new Refused("share_not_followed") : error;
	});
}

/** Asks the gates again for everybody who looks at a link. Answers it when any of them still may, and of each, in their order, why not, or null. */
export async function askAgain(
	world: World,
	{ id, code }: Pick<Link, "id" | "code">,
	askers: readonly Asker[],
): Promise<{ share: Admitted | null; cuts: (CutReason | null)[] }> {
	const { share, refusals } = await admitMany(world, code, askers);
	const isAbsent = refusals.some((refusal) => refusal && !reasons[refusal.code]);
	const absence = isAbsent ? await whyAbsent(world, { id, code }) : "off";
	return { share, cuts: refusals.map((refusal) => refusal && (reasons[refusal.code] ?? absence)) };
}

/** What became of a link that is there no more, or of whose code it was. */
async function whyAbsent({ shares }: World, { id, code }: Pick<Link, "id" | "code">): Promise<CutReason> {
	const share = await shares.byId(id);
	if (!share || share.endedAt) return "deleted";
	return share.code === code ? "off" : "rotated";
}

/** What a link shows at one moment; `mark` tells it from what it shows at another. */
export type Shown = { mark: string; read: ReadItem<Record<string, unknown>> };

/** What an admitted link shows, or null while that is what has this mark. */
export async function readUnless(world: World, kind: Kind, share: Admitted, mark: string | null): Promise<Shown | null> {
	const item = await shownItem(world, share);
	const now = share.snapshotAt ? `frozen ${share.snapshotAt.toISOString()}` : `version ${item.version}`;
	return now === mark ? null : { mark: now, read: await readAdmitted(world, kind, share, item) };
}
