import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { ownDocument } from "@/app/page-data/document";
import { liveLinks } from "@/app/page-data/live-links";
import { ListEditor } from "@/lib/kinds/list/editor";

type Props = { params: Promise<{ id: string }> };

const load = cache((id: string) => ownDocument("list", id));

async function title({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id))?.title ?? "List" };
}

export const generateMetadata = calmTitle(title);

async function ListPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/list/${encodeURIComponent(id)}`);
	const [found, links] = await Promise.all([load(id), liveLinks()]);
	if (!found) notFound();
	return <ListEditor key={found.id} list={found} links={links[found.id] ?? 0} />;
}

export default calmly(ListPage);
