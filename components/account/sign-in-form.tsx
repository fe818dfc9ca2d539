"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Field } from "@/components/ui/field";
import { credentialsBody } from "@/lib/accounts/credentials";
import { enter } from "./enter";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";

/** Signs in, and goes on to `next`. `problem` is what went wrong before the page came. */
export function SignInForm({ next, problem: before }: { next: string; problem?: string | undefined }) {
	const form = useForm<z.input<typeof credentialsBody>, unknown, z.output<typeof credentialsBody>>({
		resolver: zodResolver(credentialsBody),
	});
	const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

	const submit = form.handleSubmit(async ({ email, password }) => {
		const problem = await enter(email, password);
		if (problem) form.setError("root", { message: problem });
		// In place of this page: Back leads past it, to where one came from.
		else window.location.replace(next);
	});

	return (
		<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
			<FormError message={errors.root?.message ?? (isSubmitting ? undefined : before)} />
			<Field label="Email" type="email" autoComplete="username" required error={errors.email?.message} {...form.register("email")} />
			<PasswordField autoComplete="current-password" required error={errors.password?.message} {...form.register("password")} />
			<SubmitButton held={isSubmitting || (isSubmitSuccessful && !errors.root)}>{isSubmitting ? "One moment…" : "Log in"}</SubmitButton>
		</form>
	);
}
