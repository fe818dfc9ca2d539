"use client";

import { ArrowDown, FileInput } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { counted } from "@/components/ui/count-text";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { type RowsHandle, VirtualRows } from "@/components/ui/virtual-rows";
import { Composer } from "./composer";
import type { Message } from "./kind";
import { type Draft, MessageRow } from "./message-row";
import type { UseMessages } from "./use-messages";

/** From so many on the end is far away. */
const many = 12;

/** The messages of a chat, in order, and one more. */
export function Messages({ chat, onImport }: { chat: UseMessages; onImport: () => void }) {
	const { messages, problem, load, append, revise, remove } = chat;
	const [draft, setDraft] = useState<Draft | null>(null);
	const [going, setGoing] = useState<Message | null>(null);
	const rows = useRef<RowsHandle>(null);
	if (!messages) return <Waiting problem={problem} retry={() => void load()} />;
	const hidden = messages.filter((message) => message.hidden).length;

	async function save(message: Message, text: string) {
		setDraft(null);
		if (text !== message.message && !(await revise(message, { message: text }))) setDraft({ id: message.id, text });
	}

	async function hide(message: Message, hidden: boolean) {
		if (await revise(message, { hidden })) void toast(hidden ? "Hidden from visitors" : "Visitors can see it again", "good");
	}

	return (
		<section aria-label="Messages" className="mt-9">
			<div className="mb-3 flex min-h-9 items-center justify-between gap-3">
				<h2 className="text-xl">
					{messages.length === 0 ? "No messages yet" : counted(messages.length, "message")}
					{hidden > 0 && (
						<span className="font-sans text-sm font-normal tracking-normal text-ink-3"> · {hidden.toLocaleString("en")} hidden</span>
					)}
				</h2>
				{messages.length > many && (
					<Button size="s" onClick={() => rows.current?.scrollTo(messages.length - 1)}>
						<ArrowDown /> Go to the last
					</Button>
				)}
			</div>
			{messages.length === 0 && (
				<div className="grid justify-items-center gap-4 rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-ink-3">
					<p>This chat is empty. Write its first message below, or bring in chats that you have in a file.</p>
					<Button size="s" onClick={onImport}>
						<FileInput /> Import chats
					</Button>
				</div>
			)}
			<VirtualRows label="Messages" count={messages.length} estimate={180} keyOf={(index) => messages[index]?.id ?? index} handle={rows}>
				{(index) => {
					const message = messages[index];
					if (!message) return null;
					return (
						<MessageRow
							message={message}
							place={index + 1}
							draft={draft}
							onDraft={setDraft}
							onSave={(text) => void save(message, text)}
							onHide={(hidden) => void hide(message, hidden)}
							onDelete={() => setGoing(message)}
						/>
					);
				}}
			</VirtualRows>
			<Composer last={messages.at(-1)?.actor} append={append} />
			<Confirm
				open={going !== null}
				onOpenChange={(open) => !open && setGoing(null)}
				title="Delete this message?"
				text="It is gone for good, here and for everybody who has the link. To keep it for yourself, hide it instead."
				action="Delete message"
				cancel="Keep it"
				onConfirm={() => going && void remove(going)}
			/>
		</section>
	);
}

function Waiting({ problem, retry }: { problem: string | null; retry: () => void }) {
	return (
		<section aria-label="Messages" aria-busy={problem === null} className="mt-9 grid gap-3">
			{problem === null ? (
				["a", "b", "c", "d"].map((key) => <Skeleton key={key} className="h-40 w-full" />)
			) : (
				<div
					role="alert"
					className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-bad-soft py-2 pr-2 pl-3.5 text-sm text-bad"
				>
					{problem}
					<Button size="s" onClick={retry}>
						Try again
					</Button>
				</div>
			)}
		</section>
	);
}
