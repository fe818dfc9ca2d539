"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FormError } from "@/components/account/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { profileChange } from "@/lib/accounts/credentials";
import { askAccount, showProblem } from "./ask-account";
import type { Settings } from "./model";
import { Section } from "./section";

type Fields = z.input<typeof profileChange>;

/** What other people see: name and username. */
export function ProfileForm({ settings }: { settings: Settings }) {
	const router = useRouter();
	const form = useForm<Fields, unknown, z.output<typeof profileChange>>({
		resolver: zodResolver(profileChange),
		values: { name: settings.name ?? "", username: settings.username },
		resetOptions: { keepDirtyValues: true },
	});
	const { errors, isSubmitting, isDirty } = form.formState;

	const submit = form.handleSubmit(async (body) => {
		const answer = await askAccount("PATCH", "/api/me", body);
		if (!answer) return;
		if (!answer.ok) return showProblem(form, answer);
		form.reset({ name: body.name ?? "", username: body.username });
		router.refresh();
		void toast("Profile saved", "good");
	});

	return (
		<Section title="Profile" lead="What people see on the things you share.">
			<form method="post" noValidate onSubmit={submit} className="grid gap-[1.125rem]">
				<FormError message={errors.root?.message} />
				<Field
					label="Name"
					autoComplete="name"
					dir="auto"
					hint="Without one your username is shown"
					error={errors.name?.message}
					{...form.register("name")}
				/>
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
				<Button type="submit" className="justify-self-start" held={isSubmitting || !isDirty}>
					Save profile
				</Button>
			</form>
		</Section>
	);
}
