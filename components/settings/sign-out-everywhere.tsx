"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";
import { askAccount } from "./ask-account";
import { Section } from "./section";

/** Ends every session and token of the account, this one too. */
export function SignOutEverywhere() {
	const [asking, setAsking] = useState(false);
	const [leaving, setLeaving] = useState(false);

	async function signOut() {
		setLeaving(true);
		const answer = await askAccount("DELETE", "/api/me/sessions");
		if (answer?.ok) return window.location.assign("/signin");
		if (answer) void toast(answer.message, "bad");
		setLeaving(false);
	}

	return (
		<Section title="Devices" lead="If you left yourself signed in somewhere, or lost a phone.">
			<Button held={leaving} onClick={() => setAsking(true)}>
				Sign out everywhere
			</Button>
			<Confirm
				open={asking}
				onOpenChange={setAsking}
				title="Sign out everywhere?"
				text="Every browser is signed out, this one too, and all tokens end. Your library and your links stay as they are."
				action="Sign out everywhere"
				cancel="Stay signed in"
				onConfirm={() => void signOut()}
			/>
		</Section>
	);
}
