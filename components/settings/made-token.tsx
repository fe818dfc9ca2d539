"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";

/** A new token, for the only time that anybody sees it. */
export function MadeToken({ token, name, onDone }: { token: string; name: string; onDone: () => void }) {
	const note = useRef<HTMLParagraphElement>(null);
	// What had the focus is gone, and this is what one should hear next.
	useEffect(() => note.current?.focus(), []);
	return (
		<div className="grid gap-4">
			<p ref={note} tabIndex={-1} className="rounded-md bg-good-soft px-3.5 py-2.5 text-sm text-good outline-none wrap-anywhere">
				“<bdi>{name}</bdi>” is made. Copy its token now: it is not shown again.
			</p>
			<CopyField label="Token" value={token} action="Copy token" done="Token copied" />
			<Button className="justify-self-start" onClick={onDone}>
				Done
			</Button>
		</div>
	);
}
