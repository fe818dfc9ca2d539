"use client";

import { LoaderCircle, Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Fills an empty library with something to try things out on. */
export function SampleButton() {
	const router = useRouter();
	const [making, setMaking] = useState(false);
	// Until the library shows it, too: a button that is idle again over an empty page would be pressed twice.
	const [loading, startLoading] = useTransition();
	const busy = making || loading;

	async function make() {
		setMaking(true);
		const answer = await api<{ items: unknown[] }>("POST", "/api/items/sample");
		if (answer.ok) {
			startLoading(() => router.refresh());
			void toast("Sample content added. Delete it whenever you like.", "good");
		} else void tellFailure(answer);
		setMaking(false);
	}

	return (
		<>
			<Button size="l" held={busy} onClick={() => void make()}>
				{busy ? <LoaderCircle className="motion-safe:animate-spin" /> : <Sparkles />}
				{busy ? "Making some music…" : "Try it with sample content"}
			</Button>
			<span role="status" className="sr-only">
				{busy ? "Making sample content" : ""}
			</span>
		</>
	);
}
