"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FormError } from "@/components/account/form-error";
import { leave } from "@/components/account/leave";
import { PasswordField } from "@/components/account/password-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { firstFocus } from "@/components/ui/use-return-focus";
import { accountRemoval } from "@/lib/accounts/credentials";
import { askAccount, showProblem } from "./ask-account";
import type { Settings } from "./model";

type Fields = z.input<typeof accountRemoval>;
type DialogProps = { settings: Settings; open: boolean; onOpenChange: (open: boolean) => void };

const goes = [
	"Everything in your library, with its files",
	"Every link: whoever has one finds nothing there",
	"Your tokens, invitations and credits",
];

/** Says what goes, and asks for the password, or the username where there is none. */
export function DeleteAccountDialog({ settings: { hasPassword, username }, open, onOpenChange }: DialogProps) {
	const form = useForm<Fields>({
		resolver: zodResolver(accountRemoval),
		defaultValues: hasPassword ? { currentPassword: "" } : { username: "" },
	});
	const { errors, isSubmitting } = form.formState;

	const submit = form.handleSubmit(async (body) => {
		const answer = await askAccount("DELETE", "/api/me", body);
		if (!answer) return;
		if (!answer.ok) return showProblem(form, answer);
		// The session went with the account; this only takes its cookie away.
		if (await leave()) window.location.assign("/");
	});

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => {
				onOpenChange(next);
				if (!next) form.reset();
			}}
			className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!"
		>
			<div className="flex items-start gap-3">
				<DialogTitle className="grow text-[1.375rem]">Delete your account?</DialogTitle>
				<DialogClose className="-mt-1 -mr-1" />
			</div>
			<DialogDescription className="mt-2 text-ink-2">This is for good, and happens at once. What goes:</DialogDescription>
			<ul className="mt-2 mb-5 list-disc pl-5 text-ink-2">
				{goes.map((what) => (
					<li key={what}>{what}</li>
				))}
			</ul>
			<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
				<FormError message={errors.root?.message} />
				{hasPassword ? (
					<PasswordField
						label="Current password"
						autoComplete="current-password"
						required
						error={errors.currentPassword?.message}
						{...firstFocus}
						{...form.register("currentPassword")}
					/>
				) : (
					<Field
						label={`Type your username, ${username}`}
						autoComplete="off"
						autoCapitalize="none"
						spellCheck={false}
						required
						error={errors.username?.message}
						{...firstFocus}
						{...form.register("username")}
					/>
				)}
				<div className="flex flex-wrap justify-end gap-2.5">
					<Button className="max-sm:flex-1" onClick={() => onOpenChange(false)}>
						Keep account
					</Button>
					<Button type="submit" tone="danger" className="max-sm:flex-1" held={isSubmitting}>
						Delete for good
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
