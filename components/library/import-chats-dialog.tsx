"use client";

import { CircleAlert, CircleCheck, FileInput, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { FormError } from "@/components/account/form-error";
import { Button } from "@/components/ui/button";
import { CheckBox } from "@/components/ui/check-box";
import { counted } from "@/components/ui/count-text";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { SkippedList } from "@/components/ui/skipped-list";
import { uploadFile } from "@/components/upload/upload-file";

/** Largest file that the server takes, in bytes. */
const largest = 200 * 1024 * 1024;
type Imported = { chats: { id: number; name: string }[]; skipped: { title: string; reason: string }[] };
type Props = { /** Of the owner's chats. */ path: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Makes chats of a file that another service has exported, and says why something in it did not become one. */
export function ImportChatsDialog({ path, open, onOpenChange }: Props) {
	const router = useRouter();
	const input = useRef<HTMLInputElement>(null);
	const [branches, setBranches] = useState(false);
	/** How much of the file has arrived, 0 to 1; null while none is on its way. */
	const [progress, setProgress] = useState<number | null>(null);
	const [problem, setProblem] = useState<string>();
	const [result, setResult] = useState<Imported | null>(null);

	async function read(file: File) {
		setProblem(file.size > largest ? "This file is larger than 200 MB." : undefined);
		if (file.size > largest) return;
		setProgress(0);
		const fields = { branches: String(branches) };
		const answer = await uploadFile<Imported>(`${path}/import`, "file", file, { onProgress: setProgress, fields }).answer;
		setProgress(null);
		if (!answer.ok) return setProblem(answer.fields.file ?? answer.message);
		setResult(answer.data);
		router.refresh();
	}

	function change(next: boolean) {
		onOpenChange(next);
		if (next) return;
		setResult(null);
		setProblem(undefined);
	}

	return (
		<Dialog open={open} onOpenChange={change} kind="chat" className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="mb-2 flex items-center justify-between gap-3">
				<DialogTitle className="text-[1.375rem]">{result ? "Imported" : "Import chats"}</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			{result ? (
				<Outcome result={result} onOpen={(id) => router.push(id === null ? "/dashboard" : `/dashboard/chat/${id}`)} />
			) : (
				<div className="grid grid-cols-[minmax(0,1fr)] gap-4">
					<DialogDescription className="text-ink-2">
						Choose the conversations.json of a ChatGPT export, a list of messages in JSON, or a chat in Markdown. Nobody sees what comes in
						until you share it.
					</DialogDescription>
					<div className="flex items-start gap-3">
						<CheckBox label="Other branches too" checked={branches} onChange={setBranches} className="shrink-0" />
						<p aria-hidden="true" className="text-sm">
							Other branches too
							<span className="block text-[0.8125rem] text-ink-3">Answers that were asked for again become chats of their own.</span>
						</p>
					</div>
					<FormError message={problem} />
					{progress === null ? (
						<Button tone="primary" size="l" onClick={() => input.current?.click()}>
							<FileInput /> Choose a file
						</Button>
					) : (
						<Progress share={progress} />
					)}
				</div>
			)}
			<input
				ref={input}
				hidden
				type="file"
				aria-label="File with chats"
				accept=".json,.md,.markdown,.txt,application/json,text/markdown,text/plain"
				onChange={({ currentTarget }) => {
					const file = currentTarget.files?.[0];
					if (file) void read(file);
					currentTarget.value = "";
				}}
			/>
		</Dialog>
	);
}

/** How far the file is; once it has arrived it is read, which takes some seconds where it is large. */
function Progress({ share }: { share: number }) {
	const percent = Math.floor(share * 100);
	return (
		<div className="grid gap-2">
			<progress aria-label="Upload" max={100} value={percent < 100 ? percent : undefined} className="h-2 w-full accent-(--accent)" />
			<p role="status" className="flex items-center gap-2 text-sm text-ink-2">
				<LoaderCircle aria-hidden="true" className="size-4 motion-safe:animate-spin" />
				{percent < 100 ? `Uploading, ${percent} %` : "Reading the chats…"}
			</p>
		</div>
	);
}

function Outcome({ result: { chats, skipped }, onOpen }: { result: Imported; onOpen: (id: number | null) => void }) {
	const only = chats.length === 1 ? chats[0] : undefined;
	return (
		<>
			<DialogDescription role="status" className="grid gap-1.5 text-ink-2 [&_svg]:size-5 [&_svg]:shrink-0">
				<span className="flex items-center gap-2">
					<CircleCheck aria-hidden="true" className="text-good" /> {counted(chats.length, "chat")} in your library
				</span>
				{skipped.length > 0 && (
					<span className="flex items-center gap-2">
						<CircleAlert aria-hidden="true" className="text-warn" /> {counted(skipped.length, "entry", "entries")} left out
					</span>
				)}
			</DialogDescription>
			{skipped.length > 0 && <SkippedList label="What was left out" skipped={skipped} />}
			{chats.length > 0 && (
				<Button tone="primary" size="l" className="mt-4 w-full" onClick={() => onOpen(only?.id ?? null)}>
					{only ? "Open chat" : "Show in library"}
				</Button>
			)}
		</>
	);
}
