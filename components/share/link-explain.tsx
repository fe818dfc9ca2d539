"use client";

import { Check, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Explanation } from "./model";

/** What the first rule that stops somebody means for them: two of them they can pass by themselves. */
const outcomes: Record<string, string> = {
	share_locked: "can open it with the password",
	share_requires_open: "can open it: they press Open first",
};

/** Why somebody can open a link or cannot: what each rule says to them. */
export function LinkExplain({ id }: { id: string }) {
	const [email, setEmail] = useState("");
	const [error, setError] = useState<string>();
	const [told, setTold] = useState<(Explanation & { of: string }) | null>(null);
	const [busy, setBusy] = useState(false);

	async function explain(event: FormEvent) {
		event.preventDefault();
		if (busy) return;
		const who = email.trim();
		setBusy(true);
		const answer = await api<Explanation>("GET", `/api/shares/${id}/explain?as=${encodeURIComponent(who || "anonymous")}`);
		setBusy(false);
		if (answer.ok) return setTold({ ...answer.data, of: who });
		setTold(null);
		if (answer.status === 400) setError("Write an e-mail address, or nothing");
		else void tellFailure(answer);
	}

	return (
		<section aria-labelledby="explain" className="min-w-0 rounded-lg border border-line bg-surface px-3.5 py-4 sm:px-[1.125rem]">
			<h2 id="explain" className="text-xl">
				Why can’t they open it?
			</h2>
			<form method="post" noValidate onSubmit={(event) => void explain(event)} className="mt-3 flex items-start gap-2">
				<div className="min-w-0 grow">
					<Field
						label="Their e-mail address"
						type="email"
						autoComplete="off"
						hint="Empty is somebody without an account"
						value={email}
						onChange={(event) => {
							setEmail(event.target.value);
							setError(undefined);
						}}
						error={error}
					/>
				</div>
				<Button type="submit" className="mt-[1.6875rem]" held={busy}>
					Check
				</Button>
			</form>
			<div role="status">
				{told && (
					<>
						<p className="mt-3 text-sm font-[550] wrap-anywhere">
							{told.of ? <bdi>{told.of}</bdi> : "Somebody without an account"}{" "}
							{told.refusal === null ? "can open it" : (outcomes[told.refusal] ?? "cannot open it now")}
						</p>
						<ul className="mt-2 grid gap-2 text-sm text-ink-2 [&_svg]:mt-0.5 [&_svg]:size-[1.125rem] [&_svg]:shrink-0">
							{told.gates.map(({ gate, passed, why }) => (
								<li key={gate} className="flex gap-2.5">
									{passed ? <Check aria-label="Passes:" className="text-good" /> : <X aria-label="Stops:" className="text-bad" />}
									<span className="min-w-0 wrap-anywhere">{why}</span>
								</li>
							))}
						</ul>
					</>
				)}
			</div>
		</section>
	);
}
