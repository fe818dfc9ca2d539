"use client";

import { Share2 } from "lucide-react";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import type { ShareTarget } from "./share-target";

const ShareDialog = lazy(async () => ({ default: (await import("./share-dialog")).ShareDialog }));

/** Opens the share dialog. */
export function ShareButton({ target }: { target: ShareTarget }) {
	const { open, setOpen, whenWanted } = useLazyOpen();
	return (
		<>
			<Button tone="primary" onClick={() => setOpen(true)}>
				<Share2 /> Share
			</Button>
			{whenWanted(<ShareDialog target={target} open={open} onOpenChange={setOpen} />)}
		</>
	);
}
