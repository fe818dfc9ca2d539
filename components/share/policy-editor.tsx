"use client";

import { clsx } from "clsx";
import { Check, Download, Lock, Search } from "lucide-react";
import { useRef } from "react";
import { PasswordField } from "@/components/account/password-field";
import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import type { OwnShare } from "./model";
import { PolicyLimits } from "./policy-limits";
import { PolicyPeople } from "./policy-people";
import { PolicyPresets } from "./policy-presets";
import { PolicyRow } from "./policy-row";
import { PolicySentence } from "./policy-sentence";
import { PolicyTimes } from "./policy-times";
import type { UseAccess } from "./use-access";
import { usePolicyForm } from "./use-policy-form";

type PolicyEditorProps = { share: OwnShare; access: Pick<UseAccess, "save" | "ask"> };

/** Everything that a link's owner can ask of who opens it. */
export function PolicyEditor({ share, access }: PolicyEditorProps) {
	const form = usePolicyForm(share, access);
	const { draft, change, errors, note, saving, isDirty } = form;
	const { hasPassword } = share.policy;
	const saveButton = useRef<HTMLButtonElement>(null);
	const done = note !== "newer" && !isDirty ? note : null;

	return (
		<>
			<form
				method="post"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void form.submit();
				}}
			>
				<div role="alert">
					{note === "newer" && (
						<p className="mb-3 rounded-md bg-warn-soft px-3.5 py-2.5 text-sm text-warn">
							This link was changed somewhere else meanwhile. What you typed is still here and not saved; the rest is as it is now: “
							<PolicySentence share={share} />
							”. Save again to add yours.
						</p>
					)}
				</div>
				<div className="rounded-lg border border-line">
					<PolicyRow
						icon={Lock}
						title="Ask for a password"
						hint={hasPassword && draft.password !== null ? "It has one" : "Before anything is shown"}
						on={draft.password !== null}
						onTurn={(on) => change({ password: on ? "" : null })}
					>
						<PasswordField
							label="Password for this link"
							showLabel="Show what you typed"
							autoComplete="new-password"
							maxLength={200}
							hint={hasPassword ? "Leave it empty to keep the one it has" : "Not your own: one to hand on"}
							value={draft.password ?? ""}
							onChange={(event) => change({ password: event.target.value })}
							error={errors.password}
						/>
					</PolicyRow>
					<PolicyPeople form={form} waiting={share.waiting} ask={access.ask} />
					<PolicyTimes form={form} />
					<PolicyLimits form={form} openings={share.openings} kind={share.kind} />
					<PolicyRow
						icon={Download}
						title="Allow downloads"
						hint={draft.allowDownload ? "People can keep the files" : "People can listen only"}
						on={draft.allowDownload}
						onTurn={(allowDownload) => change({ allowDownload })}
					/>
					<PolicyRow
						icon={Search}
						title="Allow search engines"
						hint={draft.allowIndexing ? "It may be found without the link" : "They are told to leave it out"}
						on={draft.allowIndexing}
						onTurn={(allowIndexing) => change({ allowIndexing })}
					/>
				</div>
				<div className={clsx("mt-1.5 flex items-center gap-3.5 bg-surface py-2", isDirty && "sticky bottom-0 z-1")}>
					<Button ref={saveButton} type="submit" tone="primary" held={saving || !isDirty}>
						Save
					</Button>
					<p role="status" className="flex min-w-0 items-center gap-1.5 text-sm wrap-anywhere text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0">
						{done && (
							<>
								<Check aria-hidden="true" /> {done.text}
							</>
						)}
						{isDirty && !saving && "Not saved yet"}
					</p>
					{done?.back && (
						<Button
							tone="quiet"
							size="s"
							held={saving}
							onClick={() => {
								// This button goes with what it takes back.
								saveButton.current?.focus();
								if (done.back) void form.undo(done.back);
							}}
						>
							Undo
						</Button>
					)}
				</div>
			</form>
			<Fold title="Presets">
				<PolicyPresets form={form} />
			</Fold>
		</>
	);
}
