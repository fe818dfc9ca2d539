"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

const pages = [
	{ href: "/dashboard/settings", label: "Account" },
	{ href: "/dashboard/settings/tokens", label: "Tokens" },
];

/** The frame of the settings: what they are, and the way from one page of them to the other. */
export function SettingsFrame({ children }: { children: ReactNode }) {
	const path = usePathname();
	return (
		<main id="content" className="mx-auto max-w-[44rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7">
			<h1 className="mb-4 text-[1.75rem] sm:text-[2rem]">Settings</h1>
			<nav aria-label="Settings" className="mb-5 flex gap-1 border-b border-line">
				{pages.map(({ href, label }) => (
					<Link
						key={href}
						href={href}
						aria-current={path === href ? "page" : undefined}
						className="-mb-px rounded-t-sm border-b-2 border-transparent px-3.5 py-2.5 font-medium text-ink-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
					>
						{label}
					</Link>
				))}
			</nav>
			<div className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</div>
		</main>
	);
}
