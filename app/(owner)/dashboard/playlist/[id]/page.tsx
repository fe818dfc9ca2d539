import { notFound } from "next/navigation";
import { requireAccount } from "@/app/(owner)/require-account";
import { library, playlist } from "@/app/page-data";
import { editors } from "@/lib/kinds/editors";

export const metadata = { title: "Playlist" };

export default async function PlaylistPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	await requireAccount(`/dashboard/playlist/${encodeURIComponent(id)}`);
	const [found, { songs }] = await Promise.all([playlist(id), library()]);
	if (!found) notFound();
	const Editor = editors.playlist;
	return <Editor key={found.id} playlist={found} library={songs} />;
}
