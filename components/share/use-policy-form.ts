import { useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { toast } from "@/components/ui/toast";
import type { OwnShare, Policy } from "./model";
import { changedKeys, changesOf, type Draft, type DraftErrors, draftErrors, type PolicyChanges, rebase, toDraft } from "./policy-draft";
import type { UseAccess } from "./use-access";

/** What takes these changes back. A password cannot be: nobody but who typed it knows it. */
function backFrom(changes: PolicyChanges, before: Policy): PolicyChanges | null {
	const { password, ...rest } = changes;
	if (password !== undefined) return null;
	return Object.fromEntries(Object.entries(before).filter(([key]) => key in rest));
}

/** What was done last, with what takes it back; or that somebody else was faster. */
type Note = { text: string; back: PolicyChanges | null } | "newer" | null;

/** The form of a link's policy: a draft over what is saved, which stays what was typed when the link is changed elsewhere. */
export function usePolicyForm(share: OwnShare, { save }: Pick<UseAccess, "save">) {
	const [base, setBase] = useState({ version: share.version, draft: toDraft(share.policy) });
	const [draft, setDraft] = useState(base.draft);
	const [errors, setErrors] = useState<DraftErrors>({});
	const [note, setNote] = useState<Note>(null);
	const [saving, setSaving] = useState(false);

	if (share.version !== base.version) {
		const newer = toDraft(share.policy);
		const over = rebase(draft, base.draft, newer);
		setBase({ version: share.version, draft: newer });
		setDraft(over.draft);
		// Another change has been made since: what "Undo" would take back is not the last any more.
		if (!saving) setNote(over.clash || note === "newer" ? "newer" : null);
	}
	const isDirty = changedKeys(draft, base.draft).length > 0;

	function change(to: Partial<Draft>) {
		setDraft((now) => ({ ...now, ...to }));
		setErrors((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !(key in to))));
		setNote((now) => (now === "newer" ? now : null));
	}

	async function undo(back: PolicyChanges) {
		if (saving) return;
		setSaving(true);
		const answer = await save({ policy: back });
		setSaving(false);
		if (answer.ok) return setNote({ text: "Taken back", back: null });
		setNote(null);
		return answer.status === 412 ? toast("The link was changed meanwhile, and stays as it is now.", "bad") : tellFailure(answer);
	}

	/** Saves the draft, or this one in its place; `done` is what is said then. */
	async function submit(next: Draft = draft, done = "Saved"): Promise<void> {
		if (saving) return;
		setDraft(next);
		const { changes, errors: missing } = changesOf(next, base.draft);
		setErrors(missing);
		if (Object.keys(missing).length > 0) return;
		if (Object.keys(changes).length === 0) return setNote({ text: done, back: null });
		setSaving(true);
		const answer = await save({ policy: changes });
		setSaving(false);
		if (answer.ok) {
			const now = toDraft(answer.data.share.policy);
			setBase({ version: answer.data.share.version, draft: now });
			setDraft(now);
			return setNote({ text: done, back: backFrom(changes, share.policy) });
		}
		setNote(answer.status === 412 ? "newer" : null);
		if (answer.status === 412) return;
		const wrong = draftErrors(answer.fields, next);
		setErrors(wrong);
		if (Object.keys(wrong).length === 0) return tellFailure(answer);
	}

	return { draft, change, errors, note, saving, isDirty, submit, undo };
}
export type PolicyForm = ReturnType<typeof usePolicyForm>;
