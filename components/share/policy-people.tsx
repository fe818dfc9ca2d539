"use client";

import { Users } from "lucide-react";
import { useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { TextField } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { addressesIn } from "./policy-draft";
import { PolicyRow } from "./policy-row";
import type { UseAccess } from "./use-access";
import type { PolicyForm } from "./use-policy-form";

type PolicyPeopleProps = { form: PolicyForm; waiting: readonly string[]; ask: UseAccess["ask"] };

/** Those who may open a link, by address, and those of them who wait for the owner's word. */
export function PolicyPeople({ form: { draft, change, errors }, waiting, ask }: PolicyPeopleProps) {
	const [asked, setAsked] = useState<string | null>(null);
	const count = addressesIn(draft.allowEmails ?? "").length;

	async function letIn(email: string) {
		setAsked(email);
		const answer = await ask("approve", { email });
		setAsked(null);
		if (answer.ok) return toast(`${email} can open it now`, "good");
		return tellFailure(answer);
	}

	return (
		<PolicyRow
			icon={Users}
			title="Only some people"
			hint={count > 0 ? `${counted(count, "person", "people")}, each signed in with this address` : "By e-mail address"}
			on={draft.allowEmails !== null}
			onTurn={(on) => change({ allowEmails: on ? "" : null })}
		>
			<TextField
				label="E-mail addresses"
				rows={3}
				inputMode="email"
				autoCapitalize="none"
				autoComplete="off"
				spellCheck={false}
				className="max-h-52 text-sm"
				hint="One a line, or between commas"
				value={draft.allowEmails ?? ""}
				onChange={(event) => change({ allowEmails: event.target.value })}
				error={errors.allowEmails}
			/>
			{waiting.length > 0 && (
				<section aria-label="Waiting to be let in" className="rounded-md bg-warn-soft px-3.5 py-2.5">
					<p className="text-[0.8125rem] text-warn">
						New accounts with an address from your list. Let in those that you know are really theirs.
					</p>
					<ul className="mt-1.5">
						{waiting.map((email) => (
							<li key={email} className="flex items-center justify-between gap-3 py-1">
								<bdi className="min-w-0 text-sm wrap-anywhere">{email}</bdi>
								<Button size="s" aria-label={`Let in ${email}`} held={asked !== null} onClick={() => void letIn(email)}>
									Let in
								</Button>
							</li>
						))}
					</ul>
				</section>
			)}
		</PolicyRow>
	);
}
