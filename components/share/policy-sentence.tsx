"use client";

import { useBrowserValue } from "@/components/ui/use-browser-value";
import type { Access, ListenKind } from "./model";
import { policyText } from "./policy-text";

/** Who can open a link, in one sentence; its days are the reader's own. */
export function PolicySentence({ share, kind }: { share: Pick<Access, "policy" | "openings">; kind?: ListenKind }) {
	const said = (timeZone?: string) =>
		policyText({ policy: share.policy, openings: share.openings, now: new Date(), timeZone, ...(kind && { kind }) });
	return <>{useBrowserValue(() => said(), said("UTC"))}</>;
}
