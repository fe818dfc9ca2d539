"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { FormError } from "@/components/account/form-error";
import { SubmitButton } from "@/components/account/submit-button";
import { api } from "@/components/api";
import { Field } from "@/components/ui/field";
import { longestName, personName } from "@/lib/live/events";
import { rememberRoom } from "./memory";

const schema = z.object({ name: personName });

/** Makes a room, and goes in as its host. */
export function CreateForm({ name }: { name: string }) {
	const router = useRouter();
	// The field has the default, not the form, which would put it in the place of what somebody typed before this runs.
	const form = useForm({ resolver: zodResolver(schema) });
	const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

	const submit = form.handleSubmit(async ({ name }) => {
		const answer = await api<{ sessionID: string; hostToken: string }>("POST", "/api/session/create", { body: { hostName: name } });
		if (!answer.ok) {
			form.setError("root", { message: answer.message });
			return;
		}
		const { sessionID, hostToken } = answer.data;
		rememberRoom(sessionID, { participantToken: undefined, hostToken, name });
		router.push(`/room/${sessionID}`);
	});

	return (
		<form method="post" noValidate onSubmit={submit} className="grid gap-4">
			<FormError message={errors.root?.message} />
			<Field
				label="Your name"
				dir="auto"
				defaultValue={name}
				maxLength={longestName}
				autoComplete="nickname"
				required
				error={errors.name?.message}
				{...form.register("name")}
			/>
			<SubmitButton held={isSubmitting || (isSubmitSuccessful && !errors.root)}>Create room</SubmitButton>
		</form>
	);
}
