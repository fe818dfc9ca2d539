import { CircleAlert, X } from "lucide-react";
import { Indicator, Root } from "radix-ui/progress";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import type { MediaUploads, Sending } from "./use-media-uploads";

/** How far all of them are, and which could not be taken. */
export function UploadsNote({ uploads: { sending, waiting, total, failed, busy, stop, dismiss } }: { uploads: MediaUploads }) {
	const left = sending.reduce((sum, { progress }) => sum + 1 - progress, waiting);
	const percent = total > 0 ? Math.floor(((total - left) / total) * 100) : 0;
	const through = Math.max(0, total - waiting - sending.length);
	return (
		<>
			<p role="status" className="sr-only">
				{busy ? `Uploading ${counted(total, "file")}` : failed.length > 0 ? `${counted(failed.length, "file")} could not be added` : ""}
			</p>
			{busy && (
				<div className="mb-4 rounded-lg border border-line bg-surface px-4 py-3">
					<div className="flex items-center justify-between gap-3">
						<p aria-hidden="true" className="text-sm font-[550] tabular-nums">
							{through.toLocaleString("en")} of {counted(total, "file")} added
						</p>
						<Button tone="quiet" size="s" onClick={stop}>
							Stop
						</Button>
					</div>
					<Root value={percent} aria-label="All uploads" className="mt-1 mb-1 h-1 overflow-hidden rounded-full bg-line">
						<Indicator className="block h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
					</Root>
				</div>
			)}
			{failed.length > 0 && (
				<div className="mb-4 rounded-lg border border-line bg-surface py-2 pr-2 pl-4">
					<div className="flex items-center justify-between gap-3">
						<h3 className="font-sans text-sm font-[550] tracking-normal">{counted(failed.length, "file")} could not be added</h3>
						<Button tone="quiet" size="s" icon aria-label="Dismiss" onClick={dismiss}>
							<X />
						</Button>
					</div>
					<ul className="max-h-60 overflow-y-auto pb-1 text-[0.8125rem]">
						{failed.map(({ id, name, reason }) => (
							<li key={id} className="flex items-start gap-1.5 py-1">
								<CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
								<span className="min-w-0 wrap-anywhere">
									<bdi className="font-[550]">{name}</bdi>: {reason}.
								</span>
							</li>
						))}
					</ul>
				</div>
			)}
		</>
	);
}

/** A place for each file that is on its way. */
export function ComingTiles({ sending, waiting }: { sending: readonly Sending[]; waiting: number }) {
	return (
		<>
			{sending.map(({ id, name, progress }) => (
				<li key={`coming-${id}`} className="min-w-0">
					<div className="grid aspect-[4/3] w-full content-end rounded-md bg-sunken p-2.5">
						<bdi className="truncate text-[0.8125rem] font-medium">{name}</bdi>
						<p className="text-xs text-ink-3 tabular-nums">{progress < 1 ? `${Math.floor(progress * 100)} %` : "Reading…"}</p>
						<Root
							value={Math.floor(progress * 100)}
							aria-label={`Uploading ${name}`}
							className="mt-1.5 h-1 overflow-hidden rounded-full bg-line"
						>
							<Indicator className="block h-full rounded-full bg-accent transition-[width]" style={{ width: `${progress * 100}%` }} />
						</Root>
					</div>
				</li>
			))}
			{waiting > 0 && (
				<li className="grid aspect-[4/3] place-items-center rounded-md bg-sunken p-2 text-center text-sm text-ink-3">
					and {waiting.toLocaleString("en")} more
				</li>
			)}
		</>
	);
}
