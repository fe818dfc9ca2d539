import { MessagesSquare } from "lucide-react";
import { KeepFiles } from "@/components/share/keep-files";
import type { SharedItem } from "@/components/share/model";
import { Chip } from "@/components/ui/chip";
import { counted } from "@/components/ui/count-text";
import { PagesBelow } from "@/components/ui/pages-below";
import { LocalDay } from "@/components/ui/time-text";
import { formats } from "./formats";
import type { chat } from "./kind";
import { partsOf } from "./parts";
import { Transcript } from "./transcript";

type Props = { page: SharedItem<ReturnType<typeof chat.publish>>; search: Readonly<Record<string, string | undefined>> };

/** What a visitor sees of a chat: its head and its messages, a long one in parts that follow each other as they are read. */
export function ChatViewer({ page, search }: Props) {
	const { messages, model } = page.content;
	const parts = partsOf(messages);
	const number = Math.min(Math.max(Math.trunc(Number(search.part)) || 1, 1), parts.length);
	const { from, to } = parts[number - 1] ?? { from: 0, to: 0 };
	const first = messages[0];
	const range = `Messages ${(from + 1).toLocaleString("en")} to ${to.toLocaleString("en")} of ${messages.length.toLocaleString("en")}`;
	return (
		<main id="content" tabIndex={-1} data-kind="chat" className="mx-auto max-w-[46rem] px-4 pt-4 pb-20 outline-none sm:px-6 sm:pt-8">
			<header className="mb-8 border-b border-line pb-6 sm:mb-10">
				<Chip className="bg-ink/6!">
					<MessagesSquare aria-hidden="true" /> {["Chat", counted(messages.length, "message")].join(" · ")}
				</Chip>
				<h1
					dir="auto"
					className={`mt-3.5 wrap-anywhere ${page.title.length > 90 ? "text-xl sm:text-2xl" : "text-[1.75rem] sm:text-[2.25rem]"}`}
				>
					{page.title}
				</h1>
				<p className="mt-3.5 text-ink-2 wrap-anywhere">
					Shared by <bdi className="font-[550] text-ink">{page.ownerName}</bdi>
					{model && (
						<>
							{" · with "}
							<bdi>{model}</bdi>
						</>
					)}
					{first && (
						<>
							{" · "}
							<span className="whitespace-nowrap">
								<LocalDay at={first.created_at} />
							</span>
						</>
					)}
				</p>
				<KeepFiles path={page.downloads} formats={formats} className="mt-4" />
			</header>
			{messages.length === 0 && <p className="py-6 text-center text-ink-3">There are no messages in this chat yet. Look in again later.</p>}
			{number > 1 && <PartLink part={number - 1} words="Earlier messages" rel="prev" />}
			{parts.length > 1 && (
				<p className="mb-6 text-center text-[0.8125rem] text-ink-3 tabular-nums">
					{range}
					{number < parts.length && (
						<>
							{" · "}
							<a href={`?part=${parts.length}`} className="underline underline-offset-2 hover:text-ink">
								Go to the last
							</a>
						</>
					)}
				</p>
			)}
			<Transcript
				messages={messages.slice(from, to)}
				isPart={parts.length > 1}
				names={{ user: page.ownerName, assistant: model || "Assistant", system: "System" }}
			/>
			{number < parts.length && (
				<PagesBelow list="[data-transcript]">
					<PartLink part={number + 1} words="Later messages" rel="next" />
				</PagesBelow>
			)}
		</main>
	);
}

function PartLink({ part, words, rel }: { part: number; words: string; rel: "prev" | "next" }) {
	return (
		<a
			href={`?part=${part}`}
			rel={rel}
			className="mx-auto my-6 flex w-fit rounded-full border border-line-strong bg-surface px-4.5 py-2.5 font-[550] hover:bg-sunken"
		>
			{words}
		</a>
	);
}
