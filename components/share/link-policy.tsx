"use client";

import { lazy } from "react";
import { inWords } from "@/components/ui/count-text";
import { Fold } from "@/components/ui/fold";
import { LocalTime } from "@/components/ui/time-text";
import { kindLook } from "./kind-look";
import type { ListenKind, OwnShare } from "./model";
import { PolicySentence } from "./policy-sentence";
import type { UseAccess } from "./use-access";

const PolicyEditor = lazy(async () => ({ default: (await import("./policy-editor")).PolicyEditor }));

type LinkPolicyProps = {
	share: OwnShare;
	kind: ListenKind;
	createdAt: string;
	access: Pick<UseAccess, "save" | "ask">;
};

/** Who can open a link, in plain words, and the way to change that. */
export function LinkPolicy({ share, kind, createdAt, access }: LinkPolicyProps) {
	const { playLimit, startsAt, expiresAt } = share.policy;
	const songs = playLimit === 1 ? "one song" : `${inWords(playLimit ?? 0)} songs`;
	return (
		<section aria-labelledby="policy" className="mt-3.5 rounded-lg border border-line bg-surface px-3.5 py-4 sm:px-[1.125rem]">
			<h2 id="policy" className="text-xl">
				Who can open it
			</h2>
			<p className="mt-2 font-[550]">
				<PolicySentence share={share} kind={kind} />.
			</p>
			<p className="mt-1.5 text-sm text-ink-2">
				{playLimit !== null && kindLook[kind].limitsPlays
					? `Without an account people hear ${songs}; with one, all of them.`
					: kindLook[kind].isHeard && "Everybody who gets in can listen to all of it."}{" "}
				{startsAt && (
					<>
						It opens on <LocalTime at={startsAt} />.{" "}
					</>
				)}
				{expiresAt ? (
					<>
						It expires on <LocalTime at={expiresAt} />.
					</>
				) : (
					"It does not expire."
				)}{" "}
				Made on <LocalTime at={createdAt} />.
			</p>
			{share.waiting.length > 0 && (
				<p className="mt-2 text-sm text-warn">
					{share.waiting.length === 1 ? "Somebody waits" : `${inWords(share.waiting.length)} people wait`} for you to let them in.
				</p>
			)}
			<Fold title="Change who can open it" className="mt-2 max-w-[34rem]">
				<PolicyEditor share={share} access={access} />
			</Fold>
		</section>
	);
}
