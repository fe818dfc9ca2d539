"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { api } from "@/components/api";
import { Field } from "@/components/ui/field";
import { sharedBy, signUpBody } from "@/lib/accounts/credentials";
import { enter } from "./enter";
import { FormError } from "./form-error";
import { authPath } from "./next-path";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";

type Fields = z.input<typeof signUpBody>;

const shown = ["email", "password", "username", "name"] as const;
const taken: Record<string, (typeof shown)[number]> = { email_taken: "email", username_taken: "username" };

/** Makes an account, signs in, and goes on to `next`. */
export function SignUpForm({ next }: { next: string }) {
	const form = useForm<Fields, unknown, z.output<typeof signUpBody>>({ resolver: zodResolver(signUpBody), mode: "onTouched" });
	const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

	const submit = form.handleSubmit(async (body) => {
		const answer = await api("POST", "/api/auth/signup", { body: { ...body, via: sharedBy(next) } });
		if (!answer.ok) {
			const beside = taken[answer.code];
			const wrong = shown.filter((name) => answer.fields[name]);
			for (const name of wrong) form.setError(name, { message: answer.fields[name] }, { shouldFocus: true });
			if (wrong.length === 0) form.setError(beside ?? "root", { message: answer.message }, { shouldFocus: true });
			return;
		}
		const problem = await enter(body.email, body.password);
		// The account stands: what is left is to sign in. Back leads past this page.
		window.location.replace(problem ? authPath("/signin", next) : next);
	});

	return (
		<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
			<FormError message={errors.root?.message} />
			<Field label="Email" type="email" autoComplete="email" required error={errors.email?.message} {...form.register("email")} />
			<Field
				label="Username"
				autoComplete="username"
				autoCapitalize="none"
				spellCheck={false}
				required
				hint="3 to 30 letters, digits or _"
				error={errors.username?.message}
				{...form.register("username", { setValueAs: (value: string) => value.toLowerCase() })}
			/>
			<Field
				label="Your name (optional)"
				autoComplete="name"
				dir="auto"
				hint="Shown on what you share, instead of the username"
				error={errors.name?.message}
				{...form.register("name")}
			/>
			<PasswordField
				autoComplete="new-password"
				required
				hint="At least 8 characters"
				error={errors.password?.message}
				{...form.register("password")}
			/>
			<SubmitButton held={isSubmitting || (isSubmitSuccessful && Object.keys(errors).length === 0)}>
				{isSubmitting ? "One moment…" : "Create free account"}
			</SubmitButton>
		</form>
	);
}
