"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { FormError } from "@/components/account/form-error";
import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { tokenBody } from "@/lib/accounts/credentials";
import { askAccount, showProblem } from "./ask-account";
import { MadeToken } from "./made-token";
import type { TokenEntry } from "./model";
import { Section } from "./section";

const day = 24 * 60 * 60 * 1000;
const lifetimes = [
	{ days: "30", label: "30 days" },
	{ days: "90", label: "90 days" },
	{ days: "365", label: "A year" },
	{ days: "", label: "Until I revoke it" },
];

const fields = tokenBody.pick({ name: true }).extend({ days: z.enum(["30", "90", "365", ""]) });
type Fields = z.input<typeof fields>;
type Made = { id: string; token: string; name: string; expiresAt: string | null };

/** Makes a token and shows it, this once. */
export function NewToken({ onMade }: { onMade: (token: TokenEntry) => void }) {
	const [made, setMade] = useState<Made | null>(null);
	const form = useForm<Fields>({ resolver: zodResolver(fields), defaultValues: { name: "", days: "90" } });
	const { errors, isSubmitting } = form.formState;

	const submit = form.handleSubmit(async ({ name, days }) => {
		const expiresAt = days ? new Date(Date.now() + Number(days) * day).toISOString() : null;
		const answer = await askAccount<Made>("POST", "/api/tokens", { name, expiresAt });
		if (!answer) return;
		if (!answer.ok) return showProblem(form, answer);
		const { id, name: given } = answer.data;
		setMade(answer.data);
		onMade({ id, name: given, createdAt: new Date().toISOString(), expiresAt: answer.data.expiresAt });
		form.reset();
	});

	return (
		<Section title="New token" lead="For a program of yours: it can do everything here that you can, without your password.">
			{made ? (
				<MadeToken token={made.token} name={made.name} onDone={() => setMade(null)} />
			) : (
				<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
					<FormError message={errors.root?.message} />
					<div className="grid gap-[1.125rem] sm:grid-cols-[minmax(0,1fr)_12rem]">
						<Field
							label="Name"
							autoComplete="off"
							dir="auto"
							required
							hint="What it is for"
							error={errors.name?.message}
							{...form.register("name")}
						/>
						<SelectField label="Lasts" error={errors.days?.message} {...form.register("days")}>
							{lifetimes.map(({ days, label }) => (
								<option key={days} value={days}>
									{label}
								</option>
							))}
						</SelectField>
					</div>
					<Button type="submit" className="justify-self-start" held={isSubmitting}>
						Make token
					</Button>
				</form>
			)}
		</Section>
	);
}
