"use client";

import { Confirm } from "@/components/ui/confirm";
import { quoted } from "@/components/ui/quoted";

type EndLinkProps = { title: string; open: boolean; onOpenChange: (open: boolean) => void; onConfirm: () => void };

/** Asks before a link is ended for good: turning it off can be taken back, this cannot. */
export function EndLink({ title, open, onOpenChange, onConfirm }: EndLinkProps) {
	return (
		<Confirm
			open={open}
			onOpenChange={onOpenChange}
			title="End this link for good?"
			text={`Nobody will get in through this link to ${quoted(title)} any more, and it cannot be turned on again. Sharing again makes a new link.`}
			action="End link"
			cancel="Keep link"
			onConfirm={onConfirm}
		/>
	);
}
