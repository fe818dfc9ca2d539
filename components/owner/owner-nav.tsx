"use client";

import { clsx } from "clsx";
import { Gift, Library, Link as LinkIcon, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

const entries = [
	{ href: "/dashboard", label: "Library", icon: Library },
	{ href: "/dashboard/shares", label: "My shares", icon: LinkIcon },
];

/** At the side there is room for the account's own pages too; a phone has them in the account menu. */
const more = [
	{ href: "/dashboard/referrals", label: "Referrals", icon: Gift },
	{ href: "/dashboard/settings", label: "Settings", icon: Settings },
];

/** The owner's pages, at the side or as tabs at the foot of a phone. */
export function OwnerNav({ place }: { place: "side" | "foot" }) {
	const path = usePathname();
	const side = place === "side";
	const all = [...entries, ...more];
	const here = all.findLast(({ href }) => path.startsWith(href));
	return (
		<nav
			aria-label="Main"
			className={
				side
					? "grid gap-0.5"
					: "fixed inset-x-0 bottom-0 z-20 flex justify-around border-t border-line bg-surface px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:hidden"
			}
		>
			{(side ? all : entries).map(({ href, label, icon: Icon }) => (
				<Link
					key={href}
					href={href}
					aria-current={here?.href === href ? "page" : undefined}
					className={clsx(
						"font-medium transition-colors aria-[current=page]:text-ink",
						side
							? "flex h-10 items-center gap-3 rounded-md px-3 text-ink-2 hover:bg-sunken aria-[current=page]:bg-sunken"
							: "grid min-w-24 justify-items-center gap-0.5 rounded-md px-3 py-1 text-xs text-ink-3",
					)}
				>
					<Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
					{label}
				</Link>
			))}
		</nav>
	);
}
