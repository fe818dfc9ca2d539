"use client";

import { useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { TimeAgo } from "@/components/ui/time-text";
import { toast } from "@/components/ui/toast";

export type ChatLink = { id: number; is_shared: boolean; mode: "live" | "snapshot"; snapshot_at: string | null };
type Told = { share: ChatLink | null };

const modes = [
	{ value: "live", label: "The chat as it is" },
	{ value: "snapshot", label: "A snapshot" },
] as const;

/** The link of the chat at `path`, as the panel about it needs it. */
export function useChatLink(path: string, given: ChatLink | null) {
	const [link, setLink] = useState(given);
	const [busy, setBusy] = useState(false);

	async function ask(method: string, place: string, body?: object): Promise<boolean> {
		setBusy(true);
		const answer = await api<Told>(method, `${path}/shares${place}`, { body });
		setBusy(false);
		if (answer.ok) setLink(answer.data.share);
		else void tellFailure(answer);
		return answer.ok;
	}

	return {
		link,
		busy,
		load: () => ask("GET", ""),
		set: (mode: ChatLink["mode"]) => ask("PATCH", `/${link?.id}`, { mode }),
		update: () => ask("POST", `/${link?.id}/snapshot`),
	};
}

/** Says what the chat's link shows, and changes it: the chat as it is at any time, or as it was when its owner said so. Nothing while it is not shared. */
export function LinkPanel({ link, busy, set, update }: ReturnType<typeof useChatLink>) {
	if (!link?.is_shared) return null;
	async function renew() {
		if (await update()) void toast("Snapshot updated", "good");
	}
	return (
		<section aria-label="What the link shows" className="grid gap-2.5 rounded-lg border border-line bg-surface px-4 py-3.5">
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
				<h2 className="font-sans text-sm font-medium tracking-normal">The link shows</h2>
				<FilterChips label="What the link shows" value={link.mode} options={modes} onChange={(mode) => void set(mode)} />
			</div>
			{link.snapshot_at ? (
				<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
					<p className="text-[0.8125rem] text-ink-2">
						Taken <TimeAgo at={link.snapshot_at} />. What you change from then on stays here until you update it.
					</p>
					<Button size="s" held={busy} onClick={() => void renew()}>
						Update snapshot
					</Button>
				</div>
			) : (
				<p className="text-[0.8125rem] text-ink-2">Whatever you write or hide here is seen at once.</p>
			)}
		</section>
	);
}
