"use client";

import { CircleAlert, RotateCw, X } from "lucide-react";
import { Indicator, Root } from "radix-ui/progress";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import type { Upload } from "./uploads-context";

function stateWords({ state, progress }: Upload): string {
	if (state === "waiting") return "Waiting";
	if (state === "done") return "Added";
	return progress < 1 ? `${Math.floor(progress * 100)} %` : "Reading…";
}

type UploadRowProps = { upload: Upload; onCancel: (id: number) => void; onRetry: (ids: readonly number[]) => void };

/** One file: how far it is, or what went wrong with it. A long list draws only the rows that changed. */
export const UploadRow = memo(
	function UploadRow({ upload, onCancel, onRetry }: UploadRowProps) {
		const { id, name, state, progress, error, again } = upload;
		const percent = Math.floor(progress * 100);
		return (
			<li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-t border-line py-2 pr-2 pl-4 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]">
				<div className="min-w-0">
					<p className="flex items-baseline gap-3">
						<bdi className="min-w-0 truncate font-[550]">{name}</bdi>
						{!error && (
							<span className={`ml-auto text-[0.8125rem] whitespace-nowrap tabular-nums ${state === "done" ? "text-good" : "text-ink-3"}`}>
								{stateWords(upload)}
							</span>
						)}
					</p>
					{error ? (
						<p className="mt-0.5 flex items-start gap-1.5 text-[0.8125rem] text-bad wrap-anywhere">
							<CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" /> {error}
						</p>
					) : (
						<Root value={percent} aria-label={`Uploading ${name}`} className="mt-2 mb-1 h-1 overflow-hidden rounded-full bg-line">
							<Indicator
								className={`block h-full rounded-full transition-[width] ${state === "done" ? "bg-good" : "bg-brand"}`}
								style={{ width: `${percent}%` }}
							/>
						</Root>
					)}
				</div>
				<div className="flex">
					{error && again && (
						<Button tone="quiet" size="s" icon aria-label={`Try ${name} again`} onClick={() => onRetry([id])}>
							<RotateCw />
						</Button>
					)}
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
				</div>
			</li>
		);
	},
	(before, after) => before.upload === after.upload,
);
