import { useEffect, useRef } from "react";
import { api } from "@/components/api";
import { viewMemory } from "./view-memory";

/** Says once a page load that a link was opened: a statistic, so whether it arrives changes nothing here. */
export function useCountedView(code: string): void {
	const counted = useRef(false);
	useEffect(() => {
		if (counted.current) return;
		counted.current = true;
		if (viewMemory(code).take()) return;
		void api("POST", `/api/open/${code}`, { body: { referrer: document.referrer }, keepalive: true });
	}, [code]);
}
