import type { Policy } from "./model";

/** A policy as its form has it: texts of fields, null where the thing is switched off. Times are of the browser's zone, to the minute. */
export type Draft = {
	startsAt: string | null;
	expiresAt: string | null;
	/** "" keeps the password that the link has. */
	password: string | null;
	playLimit: string | null;
	maxViews: string | null;
	/** Addresses, one a line as we write them. */
	allowEmails: string | null;
	allowDownload: boolean;
	allowIndexing: boolean;
};
export type DraftKey = keyof Draft;
export type DraftErrors = Partial<Record<DraftKey, string>>;

/** What a request changes of a policy: `password` is written only. */
export type PolicyChanges = Partial<Omit<Policy, "isActive" | "hasPassword"> & { password: string | null }>;

const keysOf = (draft: Draft) => Object.keys(draft) as DraftKey[];

/** A moment as `datetime-local` wants it. */
export function toLocalInput(at: Date): string {
	const two = (value: number) => String(value).padStart(2, "0");
	const day = [String(at.getFullYear()).padStart(4, "0"), two(at.getMonth() + 1), two(at.getDate())].join("-");
	return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const timeText = (at: string | null) => (at === null ? null : toLocalInput(new Date(at)));
const numberText = (value: number | null) => (value === null ? null : String(value));

export function toDraft(policy: Policy): Draft {
	return {
		startsAt: timeText(policy.startsAt),
		expiresAt: timeText(policy.expiresAt),
		password: policy.hasPassword ? "" : null,
		playLimit: numberText(policy.playLimit),
		maxViews: numberText(policy.maxViews),
		allowEmails: policy.allowEmails.length > 0 ? policy.allowEmails.join("\n") : null,
		allowDownload: policy.allowDownload,
		allowIndexing: policy.allowIndexing,
	};
}

/** What was changed in a draft that came from `base`. */
export function changedKeys(draft: Draft, base: Draft): DraftKey[] {
	return keysOf(draft).filter((key) => draft[key] !== base[key]);
}

/** The draft over a newer policy: what was typed stays, everything else is as it is now. `clash` says whether both changed the same. */
export function rebase(draft: Draft, base: Draft, newer: Draft): { draft: Draft; clash: boolean } {
	const typed = changedKeys(draft, base);
	const kept = Object.fromEntries(typed.map((key) => [key, draft[key]]));
	return { draft: { ...newer, ...kept }, clash: typed.some((key) => newer[key] !== base[key] && newer[key] !== draft[key]) };
}

/** The addresses in a text: one a line, or between commas; of "Ada <ada@example.org>" the address. */
export function addressesIn(text: string): string[] {
	const found = text.split(/[\n,;]/).flatMap((entry) => /<([^<>]*)>/.exec(entry)?.[1]?.trim() ?? entry.trim().split(/\s+/));
	return [...new Set(found.filter(Boolean))];
}

const empty: Record<DraftKey, string> = {
	startsAt: "Choose a day and a time",
	expiresAt: "Choose a day and a time",
	password: "Type a password",
	playLimit: "A number from 1 to 1,000",
	maxViews: "A number from 1 up",
	allowEmails: "Write at least one address",
	allowDownload: "",
	allowIndexing: "",
};

function wholeNumber(text: string | null): number | null {
	return text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null;
}

function wholeTime(text: string | null): string | null {
	const at = new Date(text ?? "");
	return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The draft in the API's words; what cannot be read is as if it were switched off. */
export function readDraft(draft: Draft): Required<PolicyChanges> {
	return {
		startsAt: wholeTime(draft.startsAt),
		expiresAt: wholeTime(draft.expiresAt),
		password: draft.password || null,
		playLimit: wholeNumber(draft.playLimit),
		maxViews: wholeNumber(draft.maxViews),
		allowEmails: addressesIn(draft.allowEmails ?? ""),
		allowDownload: draft.allowDownload,
		allowIndexing: draft.allowIndexing,
	};
}

/** What a request has to say of this draft, or what is missing in it. Only what differs from `base` is said. */
export function changesOf(draft: Draft, base: Draft): { changes: PolicyChanges; errors: DraftErrors } {
	const read = readDraft(draft);
	const changed = changedKeys(draft, base);
	const isMissing = (key: DraftKey) => draft[key] !== null && (read[key] === null || (Array.isArray(read[key]) && read[key].length === 0));
	return {
		changes: Object.fromEntries(changed.map((key) => [key, read[key]])),
		errors: Object.fromEntries(changed.filter(isMissing).map((key) => [key, empty[key]])),
	};
}

/** The server's words about fields of a policy, each at the draft's field that it is about. */
export function draftErrors(fields: Record<string, string>, draft: Draft): DraftErrors {
	const errors: DraftErrors = {};
	for (const [path, words] of Object.entries(fields)) {
		const [root, field, at] = path.split(".");
		const key = keysOf(draft).find((each) => root === "policy" && each === field);
		if (!key) continue;
		const address = key === "allowEmails" && at !== undefined ? addressesIn(draft.allowEmails ?? "")[Number(at)] : undefined;
		errors[key] ??= address === undefined ? words : `${address}: ${words}`;
	}
	return errors;
}
