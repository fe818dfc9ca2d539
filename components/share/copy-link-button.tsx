"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyLink } from "./copy-link";

/** Copies a link and says so. `of` names whose link it is, where several stand together: then it is an icon only. */
export function CopyLinkButton({ url, of, disabled }: { url: string; of?: string; disabled?: boolean }) {
	const [copied, setCopied] = useState(false);

	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), 2500);
		return () => clearTimeout(timer);
	}, [copied]);

	const copy = () => void copyLink(url).then(setCopied);

	const icon = copied ? <Check /> : <Copy />;
	if (of !== undefined) {
		return (
			<Button tone="quiet" size="s" icon aria-label={`Copy link to ${of}`} onClick={copy}>
				{icon}
			</Button>
		);
	}
	return (
		<Button tone="primary" className="min-w-[8.25rem]" disabled={disabled} onClick={copy}>
			{icon} {copied ? "Copied" : "Copy link"}
		</Button>
	);
}
