import { headers } from "next/headers";
import type { LinkRefusal } from "@/components/share/model";
import { Refusal } from "@/components/share/refusal";
import { Brand } from "@/components/site/brand";
import { setPageStatus } from "@/lib/http/page-status";

/** The page of a link that does not open, with its status. `path` is the page's own. */
export async function refusedScreen(refusal: LinkRefusal, code: string, path: string) {
	if (refusal.code === "not_found") setPageStatus((await headers()).get("x-nonce"), 404);
	return (
		<>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<Refusal refusal={refusal} shareId={code} path={path} />
		</>
	);
}
