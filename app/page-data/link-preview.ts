import type { Metadata } from "next";
import { headers } from "next/headers";
import { toLinkPreview } from "@/lib/contracts/link-preview";
import { setPageIndexed } from "@/lib/http/page-status";
import { linkPictureSize } from "@/lib/media/link-drawing";
import { platform } from "@/lib/platform";
import { isRefused, isUnavailable } from "@/lib/refused";
import type { KindName } from "@/lib/shares/kind";
import { sharedPreview } from "@/lib/shares/preview";

const siteName = "Passalong";
/** Of a link that is not for everybody nothing is told but whose it is, whoever looks: what a page says in its head is passed on. */
const nothing: Metadata = {
	robots: { index: false, follow: false },
	description: null,
	openGraph: { siteName, title: siteName },
	twitter: { card: "summary", title: siteName },
};

/**
 * What chats and search engines are told of the link with this code, `path` being its page and `kinds` those that it shows, in whose head it is to stand. Counts nothing. Throws
 * `unavailable`.
 */
export async function linkPreview(code: string, path: string, kinds: readonly KindName[]): Promise<Metadata> {
	const world = platform();
	try {
		const preview = await sharedPreview(world, code, kinds);
		const { type, title, description, label, picturePath } = toLinkPreview(preview);
		const isFound = preview.share.policy.allowIndexing;
		if (isFound) setPageIndexed((await headers()).get("x-nonce"));
		const picture = { url: `${world.origin}${picturePath}`, ...linkPictureSize, alt: `${label}: ${title}` };
		return {
			robots: { index: isFound, follow: isFound },
			description,
			openGraph: { type, siteName, title, description, url: `${world.origin}${path}`, images: [picture] },
			twitter: { card: "summary_large_image", title, description, images: [picture] },
		};
	} catch (error) {
		if (!isRefused(error) || isUnavailable(error)) throw error;
		return nothing;
	}
}
