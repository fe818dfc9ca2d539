"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Actor, Said } from "./kind";
import { longestMessage } from "./limits";
import { actorNames } from "./names";

/** Adds a message at the end of a chat. Who speaks next is whoever did not speak last. */
export function Composer({ last, append }: { last: Actor | undefined; append: (said: Said) => Promise<string | null> }) {
	const [message, setMessage] = useState("");
	const [chosen, setChosen] = useState<Actor | null>(null);
	const [error, setError] = useState<string | null>(null);
	const [busy, setBusy] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const actor = chosen ?? (last === "user" ? "assistant" : "user");

	async function submit(event: FormEvent) {
		event.preventDefault();
		if (busy) return;
		if (message.trim() === "") return setError("Write something first.");
		setBusy(true);
		const problem = await append({ actor, message });
		setBusy(false);
		setError(problem);
		if (problem !== null) return;
		setMessage("");
		setChosen(null);
	}

	return (
		<form
			ref={form}
			method="post"
			noValidate
			aria-label="New message"
			onSubmit={(event) => void submit(event)}
			className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-surface p-4"
		>
			<TextField
				label="Message"
				dir="auto"
				rows={3}
				maxLength={longestMessage}
				placeholder="Markdown works here"
				value={message}
				error={error ?? undefined}
				className="max-h-[50svh]"
				onChange={(event) => {
					setMessage(event.target.value);
					setError(null);
				}}
				onKeyDown={(event) => {
					if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
					event.preventDefault();
					form.current?.requestSubmit();
				}}
			/>
			<div className="flex flex-wrap items-end justify-between gap-3">
				<div className="w-40">
					<SelectField label="From" value={actor} onChange={(event) => setChosen(event.target.value as Actor)}>
						{Object.entries(actorNames).map(([value, name]) => (
							<option key={value} value={value}>
								{name}
							</option>
						))}
					</SelectField>
				</div>
				<Button type="submit" tone="primary" held={busy}>
					<Plus /> Add message
				</Button>
			</div>
		</form>
	);
}
