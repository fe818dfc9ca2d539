"use client";

import { clsx } from "clsx";
import { authPath } from "@/components/account/next-path";
import { buttonClass } from "@/components/ui/button";
import { Cover } from "@/components/ui/cover";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { gateWords } from "./gate-text";
import type { OpenShare } from "./model";
import type { Asked } from "./use-visitor-paths";

/** Asks a visitor for an account, and leads back here afterwards. */
export function GateDialog({ share, asked, onClose }: { share: OpenShare; asked: Asked; onClose: () => void }) {
	const { title, text, note } = gateWords(asked, share);
	const limit = share.playLimit ?? share.tracks.length;
	const tracks = share.context?.tracks ?? share.tracks;
	const ahead = [...tracks.slice(limit), ...tracks].slice(0, Math.min(3, tracks.length));
	const back = `/share/${share.shareId}`;
	return (
		<Dialog open onOpenChange={onClose} kind={share.type} className="overflow-clip px-7 pt-8 text-center sm:w-[26.25rem]! sm:pb-7!">
			<DialogClose className="absolute top-3 right-3" />
			<div className="mb-6 flex justify-center" aria-hidden="true">
				{ahead.map((track, index) => (
					<Cover
						key={track.id}
						title={track.title}
						thumbnail={track.thumbnail}
						className={clsx(
							"-mx-3 w-[5.25rem] rounded-[18px] shadow-2",
							ahead.length > 1 && index === 0 && "translate-y-1.5 -rotate-8",
							ahead.length > 1 && index === ahead.length - 1 && "translate-y-1.5 rotate-8",
							ahead.length > 2 && index === 1 && "z-1",
						)}
					/>
				))}
			</div>
			<DialogTitle className="text-[1.6875rem]">{title}</DialogTitle>
			<DialogDescription className="mt-2.5 text-balance text-ink-2">{text}</DialogDescription>
			<div className="mt-6 grid gap-2.5">
				<a href={authPath("/signup", back)} className={buttonClass({ tone: "primary", size: "l" })}>
					Create free account
				</a>
				<a href={authPath("/signin", back)} className={buttonClass({ tone: "quiet", size: "l" })}>
					Log in
				</a>
			</div>
			{note && <p className="mt-4 text-[0.8125rem] text-ink-3">{note}</p>}
		</Dialog>
	);
}
