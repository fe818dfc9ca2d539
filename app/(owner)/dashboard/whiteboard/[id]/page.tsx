import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { liveLinks } from "@/app/page-data/live-links";
import { whiteboard } from "@/app/page-data/whiteboard";
import { WhiteboardEditor } from "@/lib/kinds/whiteboard/editor";

type Props = { params: Promise<{ id: string }> };

const load = cache(whiteboard);

async function title({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id))?.title ?? "Whiteboard" };
}

export const generateMetadata = calmTitle(title);

async function WhiteboardPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/whiteboard/${encodeURIComponent(id)}`);
	const [found, links] = await Promise.all([load(id), liveLinks()]);
	if (!found) notFound();
	return <WhiteboardEditor key={found.id} board={found} links={links[found.id] ?? 0} />;
}

export default calmly(WhiteboardPage);
