import type { Visitor } from "@/lib/authority";
import type { World } from "@/lib/ports";
import type { Admitted } from "./admit";
import { isCrawler } from "./crawler";

/**
 * Counts a view of an admitted link, unless it is the owner's own or a crawler's; answers when, null for not at all. `referrer` is the address of the page that
 * led here, in the words of whoever asks; only another site's host is kept.
 */
export async function countView(
	{ counters, clock, origin }: World,
	share: Admitted,
	visitor: Visitor,
	referrer: string | null,
): Promise<Date | null> {
	if (visitor.owner?.id === share.ownerId || isCrawler(visitor.userAgent)) return null;
	const at = clock.now();
	await counters.view({ shareId: share.id, at, referrer: foreignHost(referrer, origin) });
	return at;
}

/** The host of a page elsewhere, in lower case and without `www.`; null for our own pages and for what is no web address. */
export function foreignHost(referrer: string | null, origin: string): string | null {
	if (!referrer || !URL.canParse(referrer)) return null;
	const { protocol, hostname } = new URL(referrer);
	if (!/^https?:$/.test(protocol) || hostname === hostOf(origin)) return null;
	// What a resolver would take for the same host, counted as one; what no resolver knows is none.
	const host = hostname.replace(/\.$/, "").replace(/^www\./, "");
	return /^[a-z0-9._-]{1,253}$|^\[[0-9a-f:.]+\]$/.test(host) ? host : null;
}

/** Our own origin does not change while the process runs, and every opening asks for its host. */
const hosts = new Map<string, string>();

function hostOf(origin: string): string {
	const host = hosts.get(origin) ?? new URL(origin).hostname;
	hosts.set(origin, host);
	return host;
}
