"use client";

import { Tag } from "lucide-react";
import Link from "next/link";
import { CheckBox } from "@/components/ui/check-box";
import { counted } from "@/components/ui/count-text";
import { Cover } from "@/components/ui/cover";
import { TimeAgo } from "@/components/ui/time-text";
import { CopyLinkButton } from "./copy-link-button";
import { kindLook } from "./kind-look";
import { LinkMenu } from "./link-menu";
import { linkName } from "./link-name";
import type { ListedShare } from "./model";
import { ShareState } from "./share-state";
import { Sparkline } from "./sparkline";

/** The columns of a row (a grid, not a table's boxes), the same for the head and every row; on a phone a row is a card with what matters most. */
export const shareColumns =
	"grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-center gap-x-3.5 px-3.5 md:grid-cols-[3.25rem_minmax(0,1fr)_7.5rem_4.25rem_4.25rem_7.5rem_5rem] lg:grid-cols-[3.25rem_minmax(0,1fr)_7.5rem_9.375rem_4.25rem_4.25rem_7.5rem_5rem] md:gap-x-4 md:px-[1.125rem]";

const wide = "max-md:hidden";

type ShareRowProps = {
	share: ListedShare;
	/** Null while nothing is being selected. */
	selected: boolean | null;
	onSelect: (on: boolean) => void;
	onTurn: (on: boolean) => void;
	onEnd: () => void;
};

/** One link with its counts and what can be done with it. */
export function ShareRow({ share, selected, onSelect, onTurn, onEnd }: ShareRowProps) {
	const { isHeard } = kindLook[share.type];
	return (
		<tr
			data-kind={share.type}
			className={`${shareColumns} relative border-t border-line py-3 ${selected ? "bg-brand-soft" : ""} ${selected === null ? "" : "select-none"}`}
		>
			<td className={selected === null ? "" : "grid place-items-center"}>
				{selected === null ? (
					<Cover title={share.title} thumbnail={share.thumbnail} size="small" className="w-[3.25rem] rounded-md" />
				) : (
					// Reaches over the whole row: a thumb need not aim.
					<CheckBox label={`Select ${linkName(share)}`} checked={selected} onChange={onSelect} className="after:absolute after:inset-0" />
				)}
			</td>
			<td className="min-w-0">
				<Link href={`/dashboard/shares/${share.id}`} className="block rounded-sm font-[550] hover:underline">
					<span dir="auto" className="block truncate text-left">
						{share.title}
					</span>
				</Link>
				<p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.8125rem] text-ink-3">
					<span className="flex items-center gap-1.5">
						<span aria-hidden="true" className="size-[7px] rounded-full bg-accent" />
						{kindLook[share.type].label}
					</span>
					<span className="md:hidden [&_svg]:hidden">
						<ShareState state={share.state} />
					</span>
					{share.label && (
						<span className="flex max-w-full min-w-0 items-center gap-1">
							<Tag aria-label="Label" className="size-3.5 shrink-0" />
							<bdi className="truncate">{share.label}</bdi>
						</span>
					)}
				</p>
				<p className="mt-1 text-[0.8125rem] text-ink-3 tabular-nums md:hidden">
					{counted(share.viewCount, "view")}
					{isHeard && ` · ${counted(share.playCount, "play")}`}
				</p>
			</td>
			<td className={wide}>
				<ShareState state={share.state} />
			</td>
			<td className="max-lg:hidden">
				<Sparkline values={share.views30} className={`h-7 w-full ${share.state === "live" ? "text-accent" : "text-ink-3"}`} />
				<span className="sr-only">
					{counted(
						share.views30.reduce((sum, views) => sum + views, 0),
						"view",
					)}
				</span>
			</td>
			<td className={`${wide} text-right tabular-nums`}>{share.viewCount.toLocaleString("en")}</td>
			<td className={`${wide} text-right tabular-nums`}>
				{isHeard ? share.playCount.toLocaleString("en") : <span className="text-ink-3">–</span>}
			</td>
			<td className={`${wide} text-[0.8125rem] text-ink-3`}>{share.lastAccessedAt ? <TimeAgo at={share.lastAccessedAt} /> : "never"}</td>
			<td className="flex justify-end">
				<span className={wide}>
					<CopyLinkButton url={share.shareUrl} of={linkName(share)} />
				</span>
				<LinkMenu share={share} onTurn={onTurn} onEnd={onEnd} />
			</td>
		</tr>
	);
}
