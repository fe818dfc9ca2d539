import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { song } from "@/app/page-data/library";
import { liveLinks } from "@/app/page-data/live-links";
import { SongEditor } from "@/lib/kinds/song/editor";

type Props = { params: Promise<{ id: string }> };

const load = cache(song);

async function title({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id))?.title ?? "Song" };
}

export const generateMetadata = calmTitle(title);

async function SongPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/song/${encodeURIComponent(id)}`);
	const [found, links] = await Promise.all([load(id), liveLinks()]);
	if (!found) notFound();
	return <SongEditor key={found.id} song={found} links={links[found.id] ?? 0} />;
}

export default calmly(SongPage);
