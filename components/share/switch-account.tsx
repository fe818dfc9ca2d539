"use client";

import { useState } from "react";
import { leave } from "@/components/account/leave";
import { authPath } from "@/components/account/next-path";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import { NeedsScript } from "./needs-script";

/** Signs this account out and asks for another one, which then comes to `next`. */
export function SwitchAccount({ next }: { next: string }) {
	const [held, setHeld] = useState(false);
	const isReady = useBrowserValue(() => true, false);

	async function change() {
		setHeld(true);
		const problem = await leave(authPath("/signin", next));
		if (!problem) return;
		setHeld(false);
		void toast(problem, "bad");
	}

	return (
		<div className="mx-auto grid w-72 max-w-full gap-[1.125rem]">
			<Button tone="primary" size="l" held={held} disabled={!isReady} onClick={change} className="disabled:opacity-100">
				Log in with another account
			</Button>
			<NeedsScript />
		</div>
	);
}
