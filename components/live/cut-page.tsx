"use client";

import { LockKeyhole } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useState } from "react";
import { ClosedLink } from "@/components/share/closed-link";
import type { RefusalCode } from "@/components/share/model";
import { refusalTitle } from "@/components/share/refusal-title";
import { Brand } from "@/components/site/brand";
import { buttonClass } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";
import type { Cut } from "./live-context";

/** The screen of each reason; how a locked link opens the server alone knows. */
const screens: Partial<Record<Cut, RefusalCode>> = { off: "not_found", rotated: "not_found", deleted: "not_found", expired: "expired" };

/** Takes the place of a page that may no longer be seen, with nothing of it left behind. */
export function CutPage({ why, code, path }: { why: Cut; code: string; path: string }) {
	const screen = screens[why];
	useLayoutEffect(forget, []);
	return (
		<>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			{screen ? (
				<ClosedLink refusal={{ code: screen }} shareId={code} path={path} />
			) : why === "unsure" ? (
				<Unsure code={code} path={path} />
			) : (
				<AskedAgain path={path} />
			)}
		</>
	);
}

/** Whoever was refused before they followed the link is told no reason: whether there is such a link at all the page's status says. */
function Unsure({ code, path }: { code: string; path: string }) {
	const [status, setStatus] = useState<number | null>(null);
	useEffect(() => {
		document.title = "Passalong";
		const asked = new AbortController();
		fetch(path, { method: "HEAD", cache: "no-store", signal: asked.signal }).then(
			(answer) => setStatus(answer.status),
			() => asked.signal.aborted || setStatus(0),
		);
		return () => asked.abort();
	}, [path]);
	if (status === null) return <main id="content" aria-busy="true" className="min-h-[60svh]" />;
	if (status === 404) return <ClosedLink refusal={{ code: "not_found" }} shareId={code} path={path} />;
	return <AskedAgain path={path} />;
}

/** Stands there for the moment until the server has said how the link opens. */
function AskedAgain({ path }: { path: string }) {
	const router = useRouter();
	useEffect(() => {
		document.title = `${refusalTitle.locked} · Passalong`;
		focusHeading();
		router.refresh();
		// What the server says takes the place of this, and of its focus.
		return focusHeading;
	}, [router]);
	return (
		<CalmScreen
			icon={LockKeyhole}
			title={refusalTitle.locked}
			action={
				<a href={path} className={buttonClass()}>
					Load the page again
				</a>
			}
		>
			The person who shared it has just changed who can open it.
		</CalmScreen>
	);
}

function focusHeading(): void {
	document.querySelector<HTMLElement>("#content h1")?.focus();
}

/** The page's head, and what the server sent for the page to come alive, speak of what it showed. */
function forget(): void {
	const told = 'meta[name="description"], meta[property^="og:"], meta[name^="twitter:"]';
	// React goes on keeping these: they stay, and say nothing.
	for (const meta of document.head.querySelectorAll(told)) meta.setAttribute("content", "");
	for (const script of document.querySelectorAll("script:not([src])")) if (script.textContent?.includes("__next_f")) script.remove();
}
