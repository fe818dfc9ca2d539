"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api, type Failure } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import type { Preset } from "./model";
import { fromPreset, toPresetPolicy } from "./preset-draft";
import type { PolicyForm } from "./use-policy-form";

/** Settings kept under a name: used, made of what the form says now, thrown away. */
export function PolicyPresets({ form }: { form: PolicyForm }) {
	const [presets, setPresets] = useState<Preset[] | null>(null);
	const [name, setName] = useState("");
	const [error, setError] = useState<string>();
	const [busy, setBusy] = useState(false);

	useEffect(() => {
		let wanted = true;
		void api<{ presets: Preset[] }>("GET", "/api/presets").then((answer) => {
			if (!wanted) return;
			setPresets(answer.ok ? answer.data.presets : []);
			if (!answer.ok) void tellFailure(answer);
		});
		return () => {
			wanted = false;
		};
	}, []);

	const tellWrong = (answer: Failure) => {
		if (answer.fields.name) setError(answer.fields.name);
		else void tellFailure(answer);
	};

	async function keep(event: FormEvent) {
		event.preventDefault();
		if (busy) return;
		if (!name.trim()) return setError("Give it a name");
		setBusy(true);
		const answer = await api<{ preset: Preset }>("POST", "/api/presets", {
			body: { name, policy: toPresetPolicy(form.draft, new Date()) },
		});
		setBusy(false);
		if (!answer.ok) return tellWrong(answer);
		const { preset } = answer.data;
		setPresets((now) => [...(now ?? []).filter((each) => each.id !== preset.id && each.name !== preset.name), preset]);
		setName("");
		void toast(`Kept as ${quoted(preset.name)}`, "good");
	}

	async function remove(preset: Preset) {
		const answer = await api("DELETE", `/api/presets/${preset.id}`);
		if (!answer.ok && answer.status !== 404) return tellFailure(answer);
		setPresets((now) => (now ?? []).filter(({ id }) => id !== preset.id));
		return toast(`${quoted(preset.name)} deleted`, "good");
	}

	return (
		<div className="grid grid-cols-[minmax(0,1fr)] gap-3">
			{presets && presets.length > 0 && (
				<ul aria-label="Presets" className="rounded-lg border border-line">
					{presets.map((preset) => (
						<li key={preset.id} className="flex items-center gap-1.5 border-t border-line py-1.5 pr-1.5 pl-3.5 first:border-0">
							<bdi className="min-w-0 grow truncate text-sm font-[550]">{preset.name}</bdi>
							<Button
								size="s"
								aria-label={`Apply ${preset.name}`}
								held={form.saving}
								onClick={() => void form.submit(fromPreset(preset.policy, form.draft, new Date()), `${quoted(preset.name)} applied`)}
							>
								Apply
							</Button>
							<Button tone="quiet" size="s" icon aria-label={`Delete preset ${preset.name}`} onClick={() => void remove(preset)}>
								<Trash2 />
							</Button>
						</li>
					))}
				</ul>
			)}
			<form method="post" noValidate onSubmit={(event) => void keep(event)} className="flex items-start gap-2">
				<div className="min-w-0 grow">
					<Field
						label="Name of a new preset"
						dir="auto"
						autoComplete="off"
						maxLength={60}
						hint="All of these but the password"
						value={name}
						onChange={(event) => {
							setName(event.target.value);
							setError(undefined);
						}}
						error={error}
					/>
				</div>
				<Button type="submit" className="mt-[1.6875rem]" held={busy}>
					Save preset
				</Button>
			</form>
		</div>
	);
}
