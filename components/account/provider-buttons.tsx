"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { postToAuth } from "./post-to-auth";
import { ProviderMark } from "./provider-mark";
import type { SignInProvider } from "./sign-in-provider";

const broken = "That did not work. Try again in a moment.";

/** Leads to a provider's own page, which leads back to `next`. Nothing where none is set up. */
export function ProviderButtons({ providers, next }: { providers: SignInProvider[]; next: string }) {
	const [leaving, setLeaving] = useState(false);

	async function enterBy({ id }: SignInProvider) {
		setLeaving(true);
		try {
			const { url } = await postToAuth(`signin/${id}`, { callbackUrl: next });
			// Not a form: our policy would stop its answer from leading to another site.
			if (url) return window.location.replace(url);
			void toast(broken, "bad");
		} catch {
			void toast("You seem to be offline. Try again.", "bad");
		}
		setLeaving(false);
	}

	if (providers.length === 0) return null;
	return (
		<div className="mt-6 grid gap-2.5">
			<p className="mb-1.5 flex items-center gap-3 text-[0.8125rem] text-ink-3 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
				or
			</p>
			{providers.map((provider) => (
				<Button key={provider.id} size="l" held={leaving} onClick={() => void enterBy(provider)}>
					<ProviderMark id={provider.id} /> Continue with {provider.name}
				</Button>
			))}
		</div>
	);
}
