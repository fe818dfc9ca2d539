import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { library, playlist } from "@/app/page-data/library";
import { PlaylistEditor } from "@/lib/kinds/playlist/editor";

type Props = { params: Promise<{ id: string }> };

const load = cache(playlist);

async function title({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id))?.name ?? "Playlist" };
}

export const generateMetadata = calmTitle(title);

async function PlaylistPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/playlist/${encodeURIComponent(id)}`);
	const [found, { songs, links }] = await Promise.all([load(id), library()]);
	if (!found) notFound();
	return <PlaylistEditor key={found.id} playlist={found} library={songs} links={links[found.id] ?? 0} />;
}

export default calmly(PlaylistPage);
