"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "@/components/account/submit-button";
import { counted } from "@/components/ui/count-text";
import { Field } from "@/components/ui/field";
import { longestName, personName } from "@/lib/live/events";
import { codeText } from "./code-text";
import { recallRoom } from "./memory";

const schema = z.object({ name: personName });

type NameFormProps = { code: string; seen: { hostName: string; people: number } | null; name: string; onEnter: (name: string) => void };

/** Asks who comes in. */
export function NameForm({ code, seen, name, onEnter }: NameFormProps) {
	const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: recallRoom(code).name ?? name } });
	return (
		<main id="content" className="mx-auto w-full max-w-[26rem] px-5 pt-6 pb-16 sm:pt-[8vh]">
			<p className="font-[550] tracking-[0.08em] text-ink-2 tabular-nums">{codeText(code)}</p>
			<h1 className="mt-1.5 text-[2rem] wrap-anywhere">{seen?.hostName ? <Whose name={seen.hostName} /> : "Movie room"}</h1>
			<p className="mt-2 mb-7 text-ink-2">
				{seen && seen.people > 0 ? `${counted(seen.people, "person is", "people are")} here. ` : ""}Say who you are, and you are in.
			</p>
			<form method="post" noValidate onSubmit={form.handleSubmit(({ name }) => onEnter(name))} className="grid gap-[1.125rem]">
				<Field
					label="Your name"
					dir="auto"
					maxLength={longestName}
					autoComplete="nickname"
					autoFocus
					required
					error={form.formState.errors.name?.message}
					{...form.register("name")}
				/>
				<SubmitButton held={form.formState.isSubmitting}>Join room</SubmitButton>
			</form>
		</main>
	);
}

function Whose({ name }: { name: string }) {
	return (
		<>
			<bdi>{name}</bdi>’s room
		</>
	);
}
