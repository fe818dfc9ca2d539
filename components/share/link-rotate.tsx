"use client";

import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";
import type { UseAccess } from "./use-access";

/** Gives a link another address, for when the old one came into the wrong hands. */
export function LinkRotate({ ask }: { ask: UseAccess["ask"] }) {
	const [asking, setAsking] = useState(false);

	async function rotate() {
		const answer = await ask("rotate");
		if (answer.ok) return toast("The link has a new address", "good");
		return tellFailure(answer);
	}

	return (
		<>
			<Button size="s" onClick={() => setAsking(true)}>
				<RefreshCw /> New address
			</Button>
			<Confirm
				open={asking}
				onOpenChange={setAsking}
				title="Give this link a new address?"
				text="The old address stops at once, for everybody, and cannot be brought back. Settings and counts stay; send the new address to those who should have it."
				action="Make new address"
				cancel="Keep this one"
				onConfirm={() => void rotate()}
			/>
		</>
	);
}
