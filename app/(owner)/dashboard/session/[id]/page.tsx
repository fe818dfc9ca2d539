import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { liveLinks } from "@/app/page-data/live-links";
import { session } from "@/app/page-data/session";
import { SessionEditor } from "@/lib/kinds/session/editor";

type Props = { params: Promise<{ id: string }> };

const load = cache(session);

async function title({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id))?.session.title ?? "Slideshow" };
}

export const generateMetadata = calmTitle(title);

async function SessionPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/session/${encodeURIComponent(id)}`);
	const [found, links] = await Promise.all([load(id), liveLinks()]);
	if (!found) notFound();
	return <SessionEditor key={found.session.id} whole={found} links={links[found.session.id] ?? 0} />;
}

export default calmly(SessionPage);
