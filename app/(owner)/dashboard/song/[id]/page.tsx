import { notFound } from "next/navigation";
import { requireAccount } from "@/app/(owner)/require-account";
import { song } from "@/app/page-data";
import { editors } from "@/lib/kinds/editors";

export const metadata = { title: "Song" };

export default async function SongPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	await requireAccount(`/dashboard/song/${encodeURIComponent(id)}`);
	const found = await song(id);
	if (!found) notFound();
	const Editor = editors.song;
	return <Editor key={found.id} song={found} />;
}
