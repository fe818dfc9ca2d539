"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { UseAccess } from "./use-access";

/** What the owner calls a link, to tell it from the others; nobody else sees it. */
export function LinkLabel({ label, save }: { label: string; save: UseAccess["save"] }) {
	const [typed, setTyped] = useState<string | null>(null);
	const [error, setError] = useState<string>();
	const [saving, setSaving] = useState(false);

	async function keep(event: FormEvent) {
		event.preventDefault();
		if (saving || typed === null) return;
		setSaving(true);
		const answer = await save({ label: typed });
		setSaving(false);
		if (answer.ok) {
			setTyped(null);
			return toast("Label saved", "good");
		}
		if (answer.status === 412) return setError("The link was changed somewhere else meanwhile. Save again to use this label.");
		return answer.fields.label ? setError(answer.fields.label) : tellFailure(answer);
	}

	if (typed === null) {
		return (
			<span className="flex max-w-full min-w-0 items-center gap-1">
				{label && <bdi className="truncate">{label}</bdi>}
				<button
					type="button"
					onClick={() => setTyped(label)}
					className="flex shrink-0 items-center gap-1.5 rounded-sm px-1.5 py-1 font-medium text-ink-2 hover:text-ink [&_svg]:size-3.5"
				>
					<Pencil aria-hidden="true" /> {label ? "Edit label" : "Add a label"}
				</button>
			</span>
		);
	}
	return (
		<form
			method="post"
			noValidate
			onSubmit={(event) => void keep(event)}
			className="mt-1.5 flex basis-full flex-wrap items-start gap-2 text-base text-ink"
		>
			<div className="max-w-96 min-w-48 grow">
				<Field
					autoFocus
					label="Label"
					dir="auto"
					autoComplete="off"
					maxLength={60}
					hint="Only you see it"
					value={typed}
					onChange={(event) => {
						setTyped(event.target.value);
						setError(undefined);
					}}
					error={error}
				/>
			</div>
			<div className="flex gap-2 sm:mt-[1.6875rem]">
				<Button type="submit" tone="primary" held={saving}>
					Save label
				</Button>
				<Button onClick={() => setTyped(null)}>Cancel</Button>
			</div>
		</form>
	);
}
