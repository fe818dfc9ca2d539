import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useBrowserValue } from "@/components/ui/use-browser-value";

/** Sends a form that only our script can send. Until that runs it cannot be pressed: the browser would send the form itself and empty it. */
export function SubmitButton({ held, children }: { held: boolean; children: ReactNode }) {
	const isReady = useBrowserValue(() => true, false);
	return (
		<Button type="submit" tone="primary" size="l" held={held} disabled={!isReady} className="disabled:opacity-100">
			{children}
		</Button>
	);
}
