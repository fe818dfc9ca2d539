"use client";

import { ChartNoAxesColumn, Copy, Ellipsis, ExternalLink, Link2Off, Pencil, Power, Unlink } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { copyLink } from "./copy-link";
import { linkName } from "./link-name";
import type { MyShare } from "./model";

type LinkMenuProps = { share: MyShare; onTurn: (on: boolean) => void; onEnd: () => void };

/** What can be done with one link among others. */
export function LinkMenu({ share, onTurn, onEnd }: LinkMenuProps) {
	const off = share.state === "paused";
	return (
		<Menu
			trigger={
				<Button tone="quiet" size="s" icon aria-label={`More for ${linkName(share)}`}>
					<Ellipsis />
				</Button>
			}
		>
			<MenuItem asChild>
				<Link href={`/dashboard/shares/${share.id}`}>
					<ChartNoAxesColumn aria-hidden="true" /> Views and plays
				</Link>
			</MenuItem>
			<MenuItem onSelect={() => void copyLink(share.shareUrl)}>
				<Copy aria-hidden="true" /> Copy link
			</MenuItem>
			<MenuItem asChild>
				<a href={share.shareUrl} target="_blank" rel="noreferrer">
					<ExternalLink aria-hidden="true" /> Open
				</a>
			</MenuItem>
			<MenuItem asChild>
				<Link href={`/dashboard/${share.type}/${share.itemId}`}>
					<Pencil aria-hidden="true" /> Edit {share.type}
				</Link>
			</MenuItem>
			<MenuItem onSelect={() => onTurn(off)}>
				{off ? <Power aria-hidden="true" /> : <Link2Off aria-hidden="true" />} {off ? "Turn on link" : "Turn off link"}
			</MenuItem>
			<MenuItem danger onSelect={onEnd}>
				<Unlink aria-hidden="true" /> End link for good
			</MenuItem>
		</Menu>
	);
}
