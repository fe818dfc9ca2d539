"use client";

import { ArrowLeft, ExternalLink, Link2Off, Pencil, Power, QrCode as QrIcon, Unlink } from "lucide-react";
import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Cover } from "@/components/ui/cover";
import { Skeleton } from "@/components/ui/skeleton";
import { WholeText } from "@/components/ui/whole-text";
import { CopyLinkButton } from "./copy-link-button";
import { EndLink } from "./end-link";
import { kindLook } from "./kind-look";
import { LinkActivity } from "./link-activity";
import { LinkExplain } from "./link-explain";
import { LinkHistory } from "./link-history";
import { LinkLabel } from "./link-label";
import { LinkNumbers } from "./link-numbers";
import { LinkPolicy } from "./link-policy";
import { LinkReferrers } from "./link-referrers";
import { LinkRotate } from "./link-rotate";
import type { LinkDetails } from "./model";
import { ShareState } from "./share-state";
import { useAccess } from "./use-access";
import { useMyLinks } from "./use-my-links";

const QrCode = lazy(async () => ({ default: (await import("./qr-code")).QrCode }));

/** One link: what it is, who can open it, what happened on it, and the way to turn it off. */
export function LinkPage({ link }: { link: LinkDetails }) {
	const { links, turn, end } = useMyLinks([link]);
	const [coded, setCoded] = useState(false);
	const [asking, setAsking] = useState(false);
	const given = { ...link, kind: link.type, url: link.shareUrl };
	const access = useAccess(link.id, given);
	const own = access.share ?? given;
	// What was just saved here is newer than the page, which may be on its way.
	const state = own.version > link.version ? own.state : (links[0]?.state ?? "ended");
	const off = state === "paused";
	const share = { ...own, policy: { ...own.policy, isActive: !off } };

	return (
		<main id="content" data-kind={link.type} className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
			<Link
				href="/dashboard/shares"
				className="mb-5 -ml-2 inline-flex items-center gap-2 rounded-full px-2 py-1.5 text-sm font-medium text-ink-2 hover:bg-sunken hover:text-ink"
			>
				<ArrowLeft aria-hidden="true" className="size-[1.125rem]" /> My shares
			</Link>
			<div className="flex items-start gap-4">
				<Cover title={link.title} thumbnail={link.thumbnail} size="small" className="w-16 rounded-lg sm:w-20" />
				<div className="min-w-0 grow">
					<h1 dir="auto" className="line-clamp-3 text-left text-[1.5rem] wrap-anywhere sm:text-[2rem]">
						{link.title}
					</h1>
					<div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[0.8125rem] text-ink-3">
						<ShareState state={state} />
						{kindLook[link.type].label}
						{state !== "ended" && <LinkLabel label={share.label} save={access.save} />}
					</div>
				</div>
			</div>
			{state === "ended" ? (
				<p className="mt-5 rounded-md bg-sunken px-3.5 py-3 text-ink-2">This link has ended for good. Sharing again makes a new one.</p>
			) : (
				<>
					<div className="mt-5 flex gap-2">
						<WholeText aria-label="Link" value={share.url} ended={off} />
						<CopyLinkButton url={share.url} disabled={off} />
					</div>
					<div className="mt-2.5 flex flex-wrap gap-2">
						<a href={share.url} target="_blank" rel="noreferrer" className={buttonClass({ size: "s" })}>
							<ExternalLink /> Open
						</a>
						<Button size="s" aria-expanded={coded} className="aria-expanded:bg-sunken" onClick={() => setCoded(!coded)}>
							<QrIcon /> QR code
						</Button>
						<Link href={`/dashboard/${link.type}/${link.itemId}`} className={buttonClass({ size: "s" })}>
							<Pencil /> Edit {link.type}
						</Link>
						<Button size="s" onClick={() => void turn([{ ...link, state }], off)}>
							{off ? <Power /> : <Link2Off />} {off ? "Turn on link" : "Turn off link"}
						</Button>
						<LinkRotate ask={access.ask} />
						<Button size="s" tone="danger" onClick={() => setAsking(true)}>
							<Unlink /> End link
						</Button>
					</div>
				</>
			)}
			{coded && state !== "ended" && (
				<div className="mt-4 w-fit rounded-lg border border-line bg-surface p-4 max-sm:w-full">
					<Suspense fallback={<Skeleton className="size-52" />}>
						<QrCode url={share.url} title={link.title} />
					</Suspense>
				</div>
			)}
			{state !== "ended" && <LinkPolicy share={share} kind={link.type} createdAt={link.createdAt} access={access} />}
			<LinkNumbers link={link} />
			<LinkHistory days={link.stats.days} isHeard={kindLook[link.type].isHeard} />
			<div className="mt-3.5 grid gap-3.5 md:grid-cols-2 md:items-start">
				<div className="grid content-start gap-3.5">
					<LinkReferrers referrers={link.stats.referrers} />
					<LinkActivity id={link.id} version={share.version} />
				</div>
				<LinkExplain id={link.id} />
			</div>
			<EndLink title={link.title} open={asking} onOpenChange={setAsking} onConfirm={() => void end(link)} />
		</main>
	);
}
