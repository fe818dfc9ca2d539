"use client";

import { ChevronDown, ChevronUp, Info, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { UploadRow } from "./upload-row";
import { type Upload, useUploads } from "./uploads-context";

const count = (list: readonly Upload[], ...states: Upload["state"][]) => list.filter(({ state }) => states.includes(state)).length;

/** What went wrong, in words. */
function trouble(list: readonly Upload[]): string {
	const failed = count(list, "failed");
	return failed > 0 ? `${counted(failed, "file")} could not be uploaded` : "";
}

/** What is read out: that it begins and what goes wrong, but not each file that is through. */
function spoken(list: readonly Upload[]): string {
	if (count(list, "waiting", "sending") === 0) return trouble(list);
	return [`Uploading ${counted(list.length, "file")}`, trouble(list)].filter(Boolean).join(", ");
}

/** What is seen of all of them together. */
function summary(list: readonly Upload[]): string {
	if (count(list, "waiting", "sending") === 0) return trouble(list) || "Done";
	const through = `${count(list, "done").toLocaleString("en")} of ${counted(list.length, "file")} uploaded`;
	return [through, trouble(list)].filter(Boolean).join(", ");
}

const share = (list: readonly Upload[]) => list.reduce((sum, { progress }) => sum + progress, 0) / Math.max(1, list.length);

/**
 * The songs on their way, each with its progress or what went wrong, in a panel above the player: it comes and goes without moving the
 * page, and folds up to its first line.
 */
export function UploadList() {
	const { list, note, clear } = useUploads();
	const [open, setOpen] = useState(true);
	const id = useId();
	return (
		<section
			aria-label="Uploads"
			className="pointer-events-auto mx-2 mb-2 max-h-[min(24rem,45svh)] sm:mr-6 sm:mb-4 sm:ml-auto sm:w-[25rem] [@media(max-height:22rem)]:max-h-none"
		>
			<p role="status" className="sr-only">
				{[note, spoken(list)].filter(Boolean).join(" ")}
			</p>
			{list.length > 0 ? (
				<div className="flex max-h-[inherit] animate-rise flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-2">
					<div className="relative flex min-h-[3.25rem] shrink-0 items-center gap-1 py-1.5 pr-2 pl-4">
						<p aria-hidden="true" className="mr-auto min-w-0 text-sm font-[550]">
							{summary(list)}
						</p>
						<Button
							tone="quiet"
							size="s"
							icon
							aria-label="Show each file"
							aria-expanded={open}
							aria-controls={id}
							onClick={() => setOpen(!open)}
						>
							{open ? <ChevronDown /> : <ChevronUp />}
						</Button>
						{!open && count(list, "waiting", "sending") > 0 && (
							<span
								aria-hidden="true"
								className="absolute bottom-0 left-0 h-0.5 bg-brand transition-[width]"
								style={{ width: `${Math.floor(share(list) * 100)}%` }}
							/>
						)}
					</div>
					<div id={id} hidden={!open} className="not-[[hidden]]:flex min-h-0 flex-col">
						{note && <Note text={note} />}
						<UploadRows />
					</div>
				</div>
			) : (
				note && (
					<div className="animate-rise overflow-hidden rounded-lg border border-line bg-surface shadow-2">
						<Note text={note}>
							<Button tone="quiet" size="s" icon aria-label="Dismiss this note" onClick={clear} className="-my-1.5 -mr-2 shrink-0">
								<X />
							</Button>
						</Note>
					</div>
				)
			)}
		</section>
	);
}

/** What was left out of the last choice. */
function Note({ text, children }: { text: string; children?: ReactNode }) {
	return (
		<div className="flex shrink-0 items-start gap-2 border-t border-line px-4 py-3 text-[0.8125rem] text-ink-2 first:border-0">
			<Info aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
			<span className="min-w-0 grow wrap-anywhere">{text}</span>
			{children}
		</div>
	);
}

/** Each file, and below them what is to be done about all. */
function UploadRows() {
	const { list, cancel, cancelAll, retry, clear } = useUploads();
	const running = count(list, "waiting", "sending");
	const again = list.filter((each) => each.state === "failed" && each.again).map(({ id }) => id);
	return (
		<>
			<ul className="min-h-0 overflow-y-auto">
				{list.map((upload) => (
					<UploadRow key={upload.id} upload={upload} onCancel={cancel} onRetry={retry} />
				))}
			</ul>
			<div className="flex shrink-0 justify-end gap-1 border-t border-line px-2 py-1.5 empty:hidden">
				{again.length > 1 && (
					<Button tone="quiet" size="s" onClick={() => retry(again)}>
						Try all again
					</Button>
				)}
				{list.length > running && (
					<Button tone="quiet" size="s" onClick={clear}>
						Clear list
					</Button>
				)}
				{running > 1 && (
					<Button tone="quiet" size="s" onClick={cancelAll}>
						Cancel all
					</Button>
				)}
			</div>
		</>
	);
}
