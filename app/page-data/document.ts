import type { OwnDocument } from "@/components/library/use-document";
import { absentOf, toDocument } from "@/lib/contracts/content";
import { ownItem } from "@/lib/items/own-item";
import { kinds } from "@/lib/kinds/registry";
import { platform } from "@/lib/platform";
import type { KindName } from "@/lib/shares/kind";
import { forOwner } from "./viewer";

type ContentOf<Name extends KindName> = ReturnType<(typeof kinds)[Name]["content"]["parse"]>;

/** One of the account's lists, notes or whiteboards, or null. */
export function ownDocument<Name extends KindName>(name: Name, id: string): Promise<OwnDocument<ContentOf<Name>> | null> {
	return forOwner(null, async (owner) => {
		const item = await ownItem(platform(), owner, name, id, absentOf(kinds[name]));
		return toDocument(item) as unknown as OwnDocument<ContentOf<Name>>;
	});
}
