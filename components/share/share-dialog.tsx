"use client";

import { ChartNoAxesColumn, ExternalLink, Eye, QrCode as QrIcon } from "lucide-react";
import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { Cover } from "@/components/ui/cover";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Fold } from "@/components/ui/fold";
import { Skeleton } from "@/components/ui/skeleton";
import { WholeText } from "@/components/ui/whole-text";
import { CopyLinkButton } from "./copy-link-button";
import { kindLook } from "./kind-look";
import { LinkContext } from "./link-context";
import { PolicySentence } from "./policy-sentence";
import type { ShareTarget } from "./share-target";
import { useLink } from "./use-link";

const QrCode = lazy(async () => ({ default: (await import("./qr-code")).QrCode }));
const PolicyEditor = lazy(async () => ({ default: (await import("./policy-editor")).PolicyEditor }));
const ItemLinks = lazy(async () => ({ default: (await import("./item-links")).ItemLinks }));

/** An item's link, ready to copy, to be scanned, with who can open it and the way to turn it off. */
export function ShareDialog({ target, open, onOpenChange }: { target: ShareTarget; open: boolean; onOpenChange: (open: boolean) => void }) {
	const { link, problem, make, turn, change, access } = useLink(target, open);
	const [coded, setCoded] = useState(false);
	const off = link !== null && !link.isActive;
	const { share } = access;

	return (
		<Dialog open={open} onOpenChange={onOpenChange} kind={target.kind} className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="flex items-start gap-3">
				<Cover title={target.title} thumbnail={target.thumbnail} size="small" className="w-12 rounded-md" />
				<div className="min-w-0 grow">
					<DialogTitle className="line-clamp-3 text-[1.375rem] wrap-anywhere">
						Share “<bdi>{target.title}</bdi>”
					</DialogTitle>
					<DialogDescription className="mt-0.5 min-h-5 text-[0.8125rem] text-ink-3">
						{share && link && (
							<PolicySentence share={{ ...share, policy: { ...share.policy, isActive: link.isActive } }} kind={target.kind} />
						)}
					</DialogDescription>
				</div>
				<DialogClose className="-mt-1 -mr-1" />
			</div>
			{problem ? (
				<div role="alert" className="mt-4 flex items-center justify-between gap-3 rounded-md bg-bad-soft py-2 pr-2 pl-3.5 text-sm text-bad">
					{problem}
					<Button size="s" onClick={() => void make()}>
						Try again
					</Button>
				</div>
			) : (
				<div className="mt-4 flex gap-2">
					<WholeText aria-label="Link" value={link?.shareUrl ?? ""} placeholder="Making the link…" ended={off} />
					<CopyLinkButton url={link?.shareUrl ?? ""} disabled={!link || off} />
				</div>
			)}
			<div className="mt-2.5 -ml-2 flex min-h-9 flex-wrap items-center gap-x-1">
				{link && (
					<>
						<a href={link.shareUrl} target="_blank" rel="noreferrer" className={buttonClass({ tone: "quiet", size: "s" })}>
							<ExternalLink /> Open
						</a>
						<Button tone="quiet" size="s" aria-expanded={coded} className="aria-expanded:bg-sunken" onClick={() => setCoded(!coded)}>
							<QrIcon /> QR code
						</Button>
						<Link href={`/dashboard/shares/${link.id}`} className={buttonClass({ tone: "quiet", size: "s" })}>
							<ChartNoAxesColumn /> Details
						</Link>
					</>
				)}
			</div>
			{link && coded && (
				<div className="mt-2.5">
					<Suspense fallback={<Skeleton className="mx-auto size-[13rem] sm:mr-[9.5rem]" />}>
						<QrCode url={link.shareUrl} title={target.title} />
					</Suspense>
				</div>
			)}
			{link && target.kind === "song" && (
				<LinkContext songId={target.id} value={link.contextId} onChange={(contextId) => change({ contextId })} />
			)}
			{link && (
				<div className="mt-3 border-t border-line pt-1.5">
					<Fold title="Who can open it">
						{share ? <PolicyEditor key={share.id} share={share} access={access} /> : <Skeleton className="h-24 w-full" />}
					</Fold>
					<Fold title="Further links">
						<ItemLinks itemId={target.id} />
					</Fold>
				</div>
			)}
			<div className="mt-1.5 flex min-h-9 items-center justify-between gap-3 border-t border-line pt-3.5">
				{off ? (
					<Button size="s" onClick={() => void turn(true)}>
						Turn on link
					</Button>
				) : (
					<Button tone="danger" size="s" disabled={!link} onClick={() => void turn(false)}>
						Turn off link
					</Button>
				)}
				{link && (
					<p className="flex items-center gap-1.5 text-[0.8125rem] text-ink-3 tabular-nums">
						<Eye aria-hidden="true" className="size-4" />
						{counted(link.viewCount, "view")}
						{kindLook[target.kind].isHeard && ` · ${counted(link.playCount, "play")}`}
					</p>
				)}
			</div>
		</Dialog>
	);
}
