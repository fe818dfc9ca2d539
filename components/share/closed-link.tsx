"use client";

import { useEffect } from "react";
import type { LinkRefusal } from "./model";
import { Refusal } from "./refusal";
import { refusalTitle } from "./refusal-title";

/** Takes the place of a page whose link has closed while it was open. */
export function ClosedLink({ refusal, shareId, path }: { refusal: LinkRefusal; shareId: string; path: string }) {
	useEffect(() => {
		document.title = `${refusalTitle[refusal.code]} · Passalong`;
		// What was pressed is gone with the page.
		document.querySelector<HTMLElement>("#content h1")?.focus();
	}, [refusal]);
	return <Refusal refusal={refusal} shareId={shareId} path={path} />;
}
