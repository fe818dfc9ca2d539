"use client";

import { Share2 } from "lucide-react";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import type { ShareTarget } from "./share-target";

const ShareDialog = lazy(async () => ({ default: (await import("./share-dialog")).ShareDialog }));

/** Opens the share dialog. */
export function ShareButton({ target, size = "m" }: { target: ShareTarget; size?: "s" | "m" }) {
	const { open, setOpen, whenWanted } = useLazyOpen();
	return (
		<>
			<Button tone="primary" size={size} onClick={() => setOpen(true)}>
				<Share2 /> Share
			</Button>
			{whenWanted(<ShareDialog target={target} open={open} onOpenChange={setOpen} />)}
		</>
	);
}
