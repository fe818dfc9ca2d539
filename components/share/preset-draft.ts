import type { Preset } from "./model";
import { type Draft, readDraft, toLocalInput } from "./policy-draft";

const day = 86_400_000;

/** A draft as a preset keeps it: its expiry in days from now. */
export function toPresetPolicy(draft: Draft, now: Date): Preset["policy"] {
	const { expiresAt, playLimit, maxViews, allowEmails, allowDownload, allowIndexing } = readDraft(draft);
	const days = expiresAt === null ? null : Math.round((Date.parse(expiresAt) - now.getTime()) / day);
	const expiresInDays = days === null ? null : Math.min(3_650, Math.max(1, days));
	return { expiresInDays, playLimit, maxViews, allowEmails, allowDownload, allowIndexing };
}

/** A draft with a preset's settings; password and start, which it has not, stay. */
export function fromPreset(
	{ expiresInDays, playLimit, maxViews, allowEmails, ...allow }: Preset["policy"],
	draft: Draft,
	now: Date,
): Draft {
	return {
		...draft,
		expiresAt: expiresInDays === null ? null : toLocalInput(new Date(now.getTime() + expiresInDays * day)),
		playLimit: playLimit === null ? null : String(playLimit),
		maxViews: maxViews === null ? null : String(maxViews),
		allowEmails: allowEmails.length > 0 ? allowEmails.join("\n") : null,
		allowDownload: allow.allowDownload,
		allowIndexing: allow.allowIndexing,
	};
}
