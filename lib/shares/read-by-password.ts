import type { Visitor } from "@/lib/authority";
import type { Link, World } from "@/lib/ports";
import type { Way } from "./admit";
import { asksPassword, decide, passwordFirst } from "./decide";
import type { Kind } from "./kind";
import { type ReadItem, readItem } from "./read-item";
import { stranger } from "./state";
import { withPassword } from "./unlock";

/**
 * What a link shows of an item of this kind to a visitor who brings its password along, or null for none. Its gates stand in the order of family 001. Throws the
 * link's refusal, and as `unlockShare`.
 */
export async function readByPassword<K extends Kind>(
	world: World,
	kind: K,
	code: string,
	visitor: Visitor,
	password: string | null,
): Promise<ReadItem<ReturnType<K["publish"]>>> {
	const way: Way = { kinds: [kind.name], order: passwordFirst };
	const knowing = password === null ? visitor : await withPassword(world, code, visitor, password, way);
	return readItem(world, kind, code, knowing, { order: passwordFirst });
}

/** What is told of a link to whoever it refuses. */
export type LinkFacts = { exists: boolean; isActive: boolean; isPrivate: boolean; hasPassword: boolean };

/** The same of a link that opened. */
export function factsOf({ policy }: Pick<Link, "policy">): LinkFacts {
	return { exists: true, isActive: policy.isActive, isPrivate: policy.allow.length > 0, hasPassword: asksPassword(policy) };
}

/** What anybody may know of the link with this code: of one that is off no more than of one that never was. */
export async function linkFacts({ shares, clock }: World, kind: Kind, code: string): Promise<LinkFacts> {
	const share = await shares.byCode(code);
	const isKnown = share?.kind === kind.name && decide(share, stranger, clock.now())?.code !== "share_not_found";
	return isKnown ? factsOf(share) : { exists: false, isActive: false, isPrivate: false, hasPassword: false };
}
