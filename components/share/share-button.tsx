"use client";

import { Share2 } from "lucide-react";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import type { ShareTarget } from "./share-target";

const ShareDialog = lazy(async () => ({ default: (await import("./share-dialog")).ShareDialog }));

type ShareButtonProps = { target: ShareTarget; size?: "s" | "m"; onClose?: (() => void) | undefined };

/** Opens the share dialog; `onClose` is for what stands beside it and tells of the link too. */
export function ShareButton({ target, size = "m", onClose }: ShareButtonProps) {
	const { open, setOpen, whenWanted } = useLazyOpen();
	function change(next: boolean) {
		setOpen(next);
		if (!next) onClose?.();
	}
	return (
		<>
			<Button tone="primary" size={size} onClick={() => setOpen(true)}>
				<Share2 /> Share
			</Button>
			{whenWanted(<ShareDialog target={target} open={open} onOpenChange={change} />)}
		</>
	);
}
