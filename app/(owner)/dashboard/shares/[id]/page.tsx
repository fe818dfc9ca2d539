import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { linkPage } from "@/app/page-data/link-page";
import { LinkPage } from "@/components/share/link-page";
import { isolated } from "@/components/ui/quoted";

type Props = { params: Promise<{ id: string }> };

const load = cache(linkPage);

async function title({ params }: Props): Promise<Metadata> {
	const link = await load((await params).id);
	return { title: link ? `Link to ${isolated(link.title)}` : "Link" };
}

export const generateMetadata = calmTitle(title);

async function LinkDetailsPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/shares/${encodeURIComponent(id)}`);
	const link = await load(id);
	if (!link) notFound();
	return <LinkPage key={link.id} link={link} />;
}

export default calmly(LinkDetailsPage);
