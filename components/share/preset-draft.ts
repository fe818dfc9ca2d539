import type { Preset, PresetPolicy } from "./model";
import { type Draft, readDraft, toLocalInput } from "./policy-draft";

const day = 86_400_000;

/** A draft as a preset keeps it: its expiry in days from now. */
export function toPresetPolicy(draft: Draft, now: Date): PresetPolicy {
	const { expiresAt, playLimit, maxViews, allowEmails, allowDownload, allowIndexing } = readDraft(draft);
	const days = expiresAt === null ? null : Math.round((Date.parse(expiresAt) - now.getTime()) / day);
	const expiresInDays = days === null ? null : Math.min(3_650, Math.max(1, days));
	return { expiresInDays, playLimit, maxViews, allowEmails, allowDownload, allowIndexing };
}

/** A draft with a preset's settings; what that has not, as password and start, stays. */
export function fromPreset(policy: Preset["policy"], draft: Draft, now: Date): Draft {
	const { expiresInDays: days, playLimit, maxViews, allowEmails, allowDownload, allowIndexing } = policy;
	const text = (value: number | null | undefined) => (value == null ? value : String(value));
	const next: { [Key in keyof Draft]?: Draft[Key] | undefined } = {
		expiresAt: days == null ? days : toLocalInput(new Date(now.getTime() + days * day)),
		playLimit: text(playLimit),
		maxViews: text(maxViews),
		allowEmails: allowEmails && (allowEmails.join("\n") || null),
		allowDownload,
		allowIndexing,
	};
	return { ...draft, ...Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) };
}
