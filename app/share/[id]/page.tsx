import type { Metadata } from "next";
import { cache } from "react";
import { calmly, calmTitle } from "@/app/calmly";
import { linkPreview } from "@/app/page-data/link-preview";
import { sharedPage } from "@/app/page-data/shared-page";
import { refusedScreen } from "@/app/refused-screen";
import { LivePage } from "@/components/live/live-page";
import { refusalTitle } from "@/components/share/refusal-title";
import { SiteHeader } from "@/components/site/site-header";
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
	if (page.refusal) return refusedScreen(page.refusal, id, `/share/${encodeURIComponent(id)}`);
	const Viewer = page.type === "song" ? SongViewer : PlaylistViewer;
	return (
		<LivePage code={page.shareId} path={`/share/${page.shareId}`}>
			<SiteHeader signedIn={page.signedIn} next={`/share/${page.shareId}`} />
			<Viewer share={page} />
		</LivePage>
	);
}

export default calmly(SharePage);
