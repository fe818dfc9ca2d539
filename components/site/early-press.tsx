"use client";

import { type ReactNode, useEffect } from "react";

declare global {
	interface Window {
		/** What was pressed before React listened; gone once the page has come alive. */
		earlyPress?: { forget: () => void; end: () => HTMLElement | undefined };
	}
}

/** Runs while the page's other scripts are still on their way. A text, because it must not wait for a file. */
const script = `(() => {
	let pressed;
	const hear = ({ target }) => { pressed = target.closest("button[type=button]") ?? undefined };
	addEventListener("click", hear, true);
	window.earlyPress = {
		forget() { pressed = undefined },
		end() {
			removeEventListener("click", hear, true);
			delete window.earlyPress;
			return pressed?.isConnected ? pressed : undefined;
		},
	};
})()`;

/**
 * A page is there to be seen before its script runs, and a button that is pressed in between has nobody who hears it: the last such press is made again
 * when the page has come alive. Links and forms need none of it; the browser follows and sends them by itself.
 */
export function EarlyPress({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
	useEffect(() => {
		// Not at once: it may be a press that brings the page to life, and React hears that one itself.
		const timer = setTimeout(() => window.earlyPress?.end()?.click());
		return () => clearTimeout(timer);
	}, []);
	return (
		<div className="contents" onClickCapture={() => window.earlyPress?.forget()}>
			<script
				nonce={typeof window === "undefined" ? nonce : ""}
				suppressHydrationWarning
				// biome-ignore lint/security/noDangerouslySetInnerHtml: a text of ours, above
				dangerouslySetInnerHTML={{ __html: script }}
			/>
			{children}
		</div>
	);
}
