"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/account/submit-button";
import { api } from "@/components/api";
import { Field } from "@/components/ui/field";
import { codeDigits, codeLength, codeText } from "./code-text";

const problems: Record<number, string> = {
	404: "There is no room with this code. It may have ended, or a digit is off.",
	429: "Too many codes were tried from here. Wait a minute, then try again.",
};

/** Finds a room by its code: goes on by itself at the sixth digit. */
export function JoinForm() {
	const router = useRouter();
	const [code, setCode] = useState("");
	const [problem, setProblem] = useState<string>();
	const [isAsking, setAsking] = useState(false);

	async function find(digits: string) {
		setAsking(true);
		const answer = await api("POST", "/api/session/join", { body: { sessionID: digits } });
		if (answer.ok) {
			router.push(`/room/${digits}`);
			return;
		}
		setAsking(false);
		setProblem(problems[answer.status] ?? answer.message);
	}

	function type(typed: string) {
		const digits = codeDigits(typed);
		if (digits === code) return;
		setCode(digits);
		setProblem(undefined);
		if (digits.length === codeLength && !isAsking) void find(digits);
	}

	// Somebody on a slow phone has typed before this runs.
	const field = useRef<HTMLInputElement>(null);
	const early = useRef(type);
	useEffect(() => early.current(field.current?.value ?? ""), []);

	function submit(event: FormEvent) {
		event.preventDefault();
		if (isAsking) return;
		if (code.length < codeLength) setProblem("A code has six digits.");
		else void find(code);
	}

	return (
		<form method="post" noValidate onSubmit={submit} className="grid gap-4">
			<Field
				ref={field}
				label="Room code"
				inputMode="numeric"
				autoComplete="off"
				placeholder="482 913"
				required
				isAnswer
				value={codeText(code)}
				error={problem}
				onChange={(event) => type(event.target.value)}
				className="font-semibold tracking-[0.08em] tabular-nums"
			/>
			<SubmitButton held={isAsking}>{isAsking ? "One moment…" : "Join room"}</SubmitButton>
		</form>
	);
}
