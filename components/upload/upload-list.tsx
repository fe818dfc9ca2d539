"use client";

import { Info, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { UploadRow } from "./upload-row";
import { type Upload, useUploads } from "./uploads";

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

/** The songs on their way, each with its progress or what went wrong. */
export function UploadList() {
	const { list, note, cancel, cancelAll, retry, clear } = useUploads();
	const running = count(list, "waiting", "sending");
	const again = list.filter((each) => each.state === "failed" && each.again).map(({ id }) => id);
	const over = list.length - running;
	return (
		<section aria-label="Uploads">
			<p role="status" className="sr-only">
				{[note, spoken(list)].filter(Boolean).join(" ")}
			</p>
			{(list.length > 0 || note) && (
				<div className="mb-5 overflow-hidden rounded-lg border border-line bg-surface">
					{list.length > 0 && (
						<div className="flex min-h-12 flex-wrap items-center gap-x-1 gap-y-1 py-1.5 pr-2 pl-4">
							<p aria-hidden="true" className="mr-auto min-w-0 text-sm font-[550]">
								{summary(list)}
							</p>
							{again.length > 1 && (
								<Button tone="quiet" size="s" onClick={() => retry(again)}>
									Try all again
								</Button>
							)}
							{over > 0 && (
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
					)}
					{note && (
						<p
							className={`flex items-center gap-2 py-1.5 pr-2 pl-4 text-[0.8125rem] text-ink-2 ${list.length > 0 ? "border-t border-line" : ""}`}
						>
							<Info aria-hidden="true" className="size-4 shrink-0" />
							<span className="grow">{note}</span>
							{list.length === 0 && (
								<Button tone="quiet" size="s" icon aria-label="Dismiss this note" onClick={clear}>
									<X />
								</Button>
							)}
						</p>
					)}
					{list.length > 0 && (
						<ul className="max-h-[min(24rem,50svh)] overflow-y-auto">
							{list.map((upload) => (
								<UploadRow key={upload.id} upload={upload} onCancel={cancel} onRetry={retry} />
							))}
						</ul>
					)}
				</div>
			)}
		</section>
	);
}
