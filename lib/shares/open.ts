import type { Visitor } from "@/lib/authority";
import type { Link, World } from "@/lib/ports";
import { isUnavailable, unavailable } from "@/lib/refused";
import { type Admitted, admit } from "./admit";
import { isCrawler } from "./crawler";
import { decide } from "./decide";
import { mintProof } from "./proofs";
import { countView } from "./view";

/** What a visitor holds from now on who spent an opening; null for who spent none. */
export type Opened = { share: Link; proof: string } | null;

/** How often an opening is tried again because the link was changed at the same moment. */
const tries = 3;

/**
 * What a page does once when it is shown: counts a view, and where the link has a limit of openings spends one, unless this visitor is in.
 * Throws the link's refusal; a crawler spends nothing and is not let in.
 */
export async function openShare(world: World, code: string, visitor: Visitor, referrer: string | null): Promise<Opened> {
	for (let attempt = 0; attempt < tries; attempt++) {
		const share = await world.shares.byCode(code);
		const refusal = decide(share, visitor, world.clock.now());
		if (!share || refusal?.code !== "share_requires_open" || isCrawler(visitor.userAgent)) {
			await countView(world, await admit(world, code, visitor), visitor, referrer);
			return null;
		}
		if (!(await world.shares.spendOpening(share))) continue;
		// Every other gate let them through, and now this one does. The opening is spent: a view that cannot be counted does not take it back.
		await countView(world, share as Admitted, visitor, referrer).catch((error: unknown) => {
			if (!isUnavailable(error)) throw error;
		});
		return { share, proof: mintProof(world.secrets.grant, "opened", share, world.clock.now()) };
	}
	throw unavailable();
}
