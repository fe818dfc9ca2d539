import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { preload } from "react-dom";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly, calmTitle } from "@/app/calmly";
import { chat } from "@/app/page-data/chat";
import { liveLinks } from "@/app/page-data/live-links";
import { ChatEditor } from "@/lib/kinds/chat/editor";

type Props = { params: Promise<{ id: string }> };

const load = cache(chat);

async function title({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id))?.chat.name ?? "Chat" };
}

export const generateMetadata = calmTitle(title);

async function ChatPage({ params }: Props) {
	const { id } = await params;
	await requireAccount(`/dashboard/chat/${encodeURIComponent(id)}`);
	const [found, links] = await Promise.all([load(id), liveLinks()]);
	if (!found) notFound();
	// The messages of a long one are on their way while its editor is.
	if (!found.chat.messages) preload(`${found.path}/${found.chat.id}`, { as: "fetch", crossOrigin: "anonymous" });
	return <ChatEditor key={found.chat.id} {...found} links={links[found.chat.id] ?? 0} />;
}

export default calmly(ChatPage);
