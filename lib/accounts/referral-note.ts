import { z } from "zod";
import { referralCode, shareCode, sharedBy } from "./credentials";

const note = z.object({
	code: referralCode,
	source: z.enum(["session_share", "direct_link", "landing_page"]),
	/** The link that the code came with. */
	share: shareCode.nullable(),
});

/** What a browser remembers of the link that somebody handed out. */
export type ReferralNote = z.output<typeof note>;

/** What a page's address says about who handed it out: `?r=` on a shared page, `?ref=` elsewhere. Null when it says nothing well-formed. */
export function noteOf(url: URL): ReferralNote | null {
	const shared = url.searchParams.get("r");
	const { success, data } = note.safeParse({
		code: shared ?? url.searchParams.get("ref"),
		source: shared !== null ? "session_share" : url.pathname === "/" ? "landing_page" : "direct_link",
		share: sharedBy(url.pathname) ?? null,
	});
	return success ? data : null;
}

/** As one word, for a cookie. */
export function writeNote({ code, source, share }: ReferralNote): string {
	return [code, source, ...(share ? [share] : [])].join(".");
}

/** What `writeNote` wrote; null for anything else. */
export function readNote(word: string | undefined): ReferralNote | null {
	const [code, source, share = null, ...more] = word?.split(".") ?? [];
	const { success, data } = note.safeParse({ code, source, share });
	return success && more.length === 0 ? data : null;
}
