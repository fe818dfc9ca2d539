import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { calmly, calmTitle } from "@/app/calmly";
import { linkPreview } from "@/app/page-data/link-preview";
import { sharedPage } from "@/app/page-data/shared-page";
import { Refusal } from "@/components/share/refusal";
import { refusalTitle } from "@/components/share/refusal-title";
import { Brand } from "@/components/site/brand";
import { SiteHeader } from "@/components/site/site-header";
import { setPageStatus } from "@/lib/http/page-status";
import { PlaylistViewer } from "@/lib/kinds/playlist/viewer";
import { SongViewer } from "@/lib/kinds/song/viewer";
import { heardKinds } from "@/lib/shares/admit";

type Props = { params: Promise<{ id: string }> };

const load = cache(sharedPage);

async function title({ params }: Props): Promise<Metadata> {
	const { id } = await params;
	const [page, preview] = await Promise.all([load(id), linkPreview(id, `/share/${id}`, heardKinds)]);
	return { ...preview, title: page.refusal ? refusalTitle[page.refusal.code] : page.title };
}

export const generateMetadata = calmTitle(title);

async function SharePage({ params }: Props) {
	const { id } = await params;
	const page = await load(id);
	if (page.refusal) {
		if (page.refusal.code === "not_found") setPageStatus((await headers()).get("x-nonce"), 404);
		return (
			<>
				<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
					<Brand />
				</header>
				<Refusal refusal={page.refusal} shareId={id} path={`/share/${encodeURIComponent(id)}`} />
			</>
		);
	}
	const Viewer = page.type === "song" ? SongViewer : PlaylistViewer;
	return (
		<>
			<SiteHeader signedIn={page.signedIn} next={`/share/${page.shareId}`} />
			<Viewer share={page} />
		</>
	);
}

export default calmly(SharePage);
