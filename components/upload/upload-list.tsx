"use client";

import { CircleAlert, X } from "lucide-react";
import { Indicator, Root } from "radix-ui/progress";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { type Upload, useUploads } from "./uploads";

function UploadRow({ upload: { id, name, state, progress, error }, onCancel }: { upload: Upload; onCancel: (id: number) => void }) {
	const percent = Math.floor(progress * 100);
	return (
		<li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line px-4 py-2.5 first:border-0">
			<div className="min-w-0">
				<p className="flex items-baseline gap-3">
					<bdi className="min-w-0 truncate font-[550]">{name}</bdi>
					{state === "sending" && (
						<span className="ml-auto text-[0.8125rem] whitespace-nowrap text-ink-3 tabular-nums">
							{percent < 100 ? `${percent} %` : "Reading…"}
						</span>
					)}
					{state === "waiting" && <span className="ml-auto text-[0.8125rem] text-ink-3">Waiting</span>}
					{state === "done" && <span className="ml-auto text-[0.8125rem] text-good">Added</span>}
				</p>
				{error ? (
					<p className="mt-0.5 flex items-start gap-1.5 text-[0.8125rem] text-bad wrap-anywhere">
						<CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" /> {error}
					</p>
				) : (
					<Root value={percent} aria-label={`Uploading ${name}`} className="mt-2 mb-1 h-1 overflow-hidden rounded-full bg-line">
						<Indicator className="block h-full rounded-full bg-brand transition-[width]" style={{ width: `${percent}%` }} />
					</Root>
				)}
			</div>
			<Button
				tone="quiet"
				size="s"
				icon
				aria-label={error ? `Dismiss ${name}` : `Cancel ${name}`}
				onClick={() => onCancel(id)}
				disabled={state === "done"}
			>
				<X />
			</Button>
		</li>
	);
}

/** The songs on their way, each with its progress or what went wrong. */
export function UploadList() {
	const { list, cancel } = useUploads();
	const failed = list.filter(({ state }) => state === "failed").length;
	return (
		<section aria-label="Uploads">
			<p role="status" className="sr-only">
				{failed > 0
					? `${counted(failed, "file")} could not be uploaded`
					: list.length > 0
						? `Uploading ${counted(list.length, "file")}`
						: ""}
			</p>
			{list.length > 0 && (
				<ul className="mb-5 rounded-lg border border-line bg-surface">
					{list.map((upload) => (
						<UploadRow key={upload.id} upload={upload} onCancel={cancel} />
					))}
				</ul>
			)}
		</section>
	);
}
