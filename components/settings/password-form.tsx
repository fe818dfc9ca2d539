"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { enter } from "@/components/account/enter";
import { FormError } from "@/components/account/form-error";
import { authPath } from "@/components/account/next-path";
import { PasswordField } from "@/components/account/password-field";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { passwordChange } from "@/lib/accounts/credentials";
import { askAccount, showProblem } from "./ask-account";
import { Section } from "./section";

type Fields = z.input<typeof passwordChange>;
/** What stands for the password of an account that has none: the server looks at how fresh the sign-in is instead. */
const none = "none";

/** A new password; it ends every session and token, and this browser signs in again with it. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
	const router = useRouter();
	const empty = { password: "", currentPassword: hasPassword ? "" : none };
	const form = useForm<Fields>({ resolver: zodResolver(passwordChange), defaultValues: empty });
	const { errors, isSubmitting } = form.formState;

	const submit = form.handleSubmit(async ({ password, currentPassword }) => {
		const answer = await askAccount("PATCH", "/api/me", hasPassword ? { password, currentPassword } : { password });
		if (!answer) return;
		if (!answer.ok) {
			showProblem(form, answer);
			// The field that it would stand beside is not there.
			if (!hasPassword && answer.fields.currentPassword) form.setError("root", { message: answer.fields.currentPassword });
			return;
		}
		if (await enter(email, password)) return window.location.assign(authPath("/signin", "/dashboard/settings"));
		form.reset({ ...empty, currentPassword: "" });
		router.refresh();
		void toast(hasPassword ? "Password changed. Your other devices are signed out." : "Password set", "good");
	});

	return (
		<Section
			title="Password"
			lead={
				hasPassword
					? "A new one signs you out on every other device and ends all tokens."
					: "This account has none yet. With one you can log in by email too."
			}
		>
			<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
				<FormError message={errors.root?.message} />
				{/* For password managers: whose password this is. */}
				<input type="text" autoComplete="username" value={email} readOnly hidden />
				{hasPassword && (
					<PasswordField
						label="Current password"
						autoComplete="current-password"
						required
						error={errors.currentPassword?.message}
						{...form.register("currentPassword")}
					/>
				)}
				<PasswordField
					label="New password"
					autoComplete="new-password"
					required
					hint="At least 8 characters"
					error={errors.password?.message}
					{...form.register("password")}
				/>
				<Button type="submit" className="justify-self-start" held={isSubmitting}>
					{hasPassword ? "Change password" : "Set password"}
				</Button>
			</form>
		</Section>
	);
}
