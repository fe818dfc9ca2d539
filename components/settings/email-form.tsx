"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FormError } from "@/components/account/form-error";
import { PasswordField } from "@/components/account/password-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { emailChange } from "@/lib/accounts/credentials";
import { askAccount, showProblem } from "./ask-account";
import { Section } from "./section";

type Fields = z.input<typeof emailChange>;

/** The address that signs in; the password proves that it is the owner who changes it. */
export function EmailForm({ email }: { email: string }) {
	const router = useRouter();
	const form = useForm<Fields>({ resolver: zodResolver(emailChange), defaultValues: { email, currentPassword: "" } });
	const { errors, isSubmitting, dirtyFields } = form.formState;

	const submit = form.handleSubmit(async (body) => {
		const answer = await askAccount("PATCH", "/api/me", body);
		if (!answer) return;
		if (!answer.ok) return showProblem(form, answer);
		form.reset({ email: body.email, currentPassword: "" });
		router.refresh();
		void toast("Email changed", "good");
	});

	return (
		<Section title="Log-in address" lead="You log in with it. Nobody else sees it.">
			<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
				<FormError message={errors.root?.message} />
				<Field label="Email" type="email" autoComplete="email" required error={errors.email?.message} {...form.register("email")} />
				{dirtyFields.email && (
					<PasswordField
						label="Current password"
						autoComplete="current-password"
						required
						error={errors.currentPassword?.message}
						{...form.register("currentPassword")}
					/>
				)}
				<Button type="submit" className="justify-self-start" held={isSubmitting || !dirtyFields.email}>
					Change email
				</Button>
			</form>
		</Section>
	);
}
