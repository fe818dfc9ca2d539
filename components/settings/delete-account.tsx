"use client";

import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import type { Settings } from "./model";
import { Section } from "./section";

const DeleteAccountDialog = lazy(() =>
	import("./delete-account-dialog").then(({ DeleteAccountDialog }) => ({ default: DeleteAccountDialog })),
);

/** The end of the account, behind a dialog that says what goes with it. */
export function DeleteAccount({ settings }: { settings: Settings }) {
	const { open, setOpen, whenWanted } = useLazyOpen();
	return (
		<Section title="Delete account" lead="Everything you have here goes with it, and cannot be brought back.">
			<Button tone="danger" onClick={() => setOpen(true)}>
				Delete account
			</Button>
			{whenWanted(<DeleteAccountDialog settings={settings} open={open} onOpenChange={setOpen} />)}
		</Section>
	);
}
