"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { PasswordField } from "@/components/account/password-field";
import { SubmitButton } from "@/components/account/submit-button";
import { NeedsScript } from "./needs-script";
import { useWayIn } from "./use-way-in";

/** Asks for a link's password and shows the page that is behind it. */
export function UnlockForm({ shareId }: { shareId: string }) {
	const { held, problem, send, tell } = useWayIn(`/api/unlock/${shareId}`);
	const field = useRef<HTMLInputElement>(null);

	useEffect(() => {
		// Ready to be typed over, wherever the press was.
		if (problem) field.current?.select();
	}, [problem]);

	function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const password = field.current?.value;
		if (password) return void send({ password });
		tell("Enter the password.");
		field.current?.focus();
	}

	return (
		<form method="post" noValidate onSubmit={submit} className="mx-auto grid w-72 max-w-full gap-[1.125rem] text-left">
			<PasswordField
				ref={field}
				label="Link password"
				name="link-password"
				// The account's own password has no business here, nor has this one in a browser's store of accounts.
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				required
				error={problem}
				isAnswer
			/>
			<SubmitButton held={held}>{held ? "One moment…" : "Open"}</SubmitButton>
			<NeedsScript />
		</form>
	);
}
