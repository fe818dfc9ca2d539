"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { toast } from "./toast";
import { WholeText } from "./whole-text";

/** A text to take along: read-only, selected by a click, copied by its button. `done` is what is said then. */
export function CopyField({ label, value, action, done }: { label: string; value: string; action: string; done: string }) {
	const [copied, setCopied] = useState(false);

	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), 2500);
		return () => clearTimeout(timer);
	}, [copied]);

	async function copy() {
		const worked = await copyText(value);
		setCopied(worked);
		if (worked) void toast(done, "good");
		else void toast("Your browser does not allow copying. Select the text and copy it yourself.", "bad");
	}

	return (
		<div className="flex gap-2 max-sm:flex-col">
			<WholeText aria-label={label} value={value} />
			<Button tone="primary" className="min-w-[8.25rem]" onClick={() => void copy()}>
				{copied ? <Check /> : <Copy />} {copied ? "Copied" : action}
			</Button>
		</div>
	);
}
