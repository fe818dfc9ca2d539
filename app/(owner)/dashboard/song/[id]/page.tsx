import { notFound } from "next/navigation";
import { requireAccount } from "@/app/(owner)/require-account";
import { song } from "@/app/page-data";
import { views } from "@/lib/kinds/views";

export const metadata = { title: "Song" };

export default async function SongPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	await requireAccount(`/dashboard/song/${encodeURIComponent(id)}`);
	const found = await song(id);
	if (!found) notFound();
	const { editor: Editor } = views.song;
	return <Editor key={found.id} song={found} />;
}
