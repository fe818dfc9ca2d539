import type { Edited } from "@/components/library/model";
import type { WholeSession } from "@/components/slideshow/edit/model";
import { toWholeSession } from "@/lib/contracts/session";
import { ownSession } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";
import { platform } from "@/lib/platform";
import { withLink } from "@/lib/shares/published";
import { forOwner } from "./viewer";

/** One of the account's sessions with all that is in it, or null. */
export function session(id: string): Promise<Edited<WholeSession> | null> {
	return forOwner(null, async (owner) => {
		const item = await ownSession(platform(), owner, id);
		return { ...toWholeSession(await withLink(platform(), owner, item, kinds.session)), version: item.version };
	});
}
