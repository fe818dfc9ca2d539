import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { sharedPage } from "@/app/page-data";
import { Refusal } from "@/components/share/refusal";
import { SiteHeader } from "@/components/site/site-header";
import { viewers } from "@/lib/kinds/views";

type Props = { params: Promise<{ id: string }> };

const load = cache(sharedPage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const page = await load((await params).id);
	// What a link that does not open is called is not for everybody to know.
	return { title: page.refusal ? "Link not available" : page.title, robots: { index: false, follow: false } };
}

export default async function SharePage({ params }: Props) {
	const { id } = await params;
	const page = await load(id);
	if (page.refusal === "not_found") notFound();
	if (page.refusal) {
		return (
			<>
				<SiteHeader signedIn={false} next={`/share/${id}`} />
				<Refusal code={page.refusal} opensAt={page.opensAt} />
			</>
		);
	}
	const Viewer = viewers[page.type];
	return (
		<>
			<SiteHeader signedIn={page.signedIn} next={`/share/${page.shareId}`} />
			<Viewer share={page} />
		</>
	);
}
