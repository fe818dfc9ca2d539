import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { authPath } from "../account/next-path";
import { Brand } from "./brand";

/** The bar above pages that anybody may see. `next` is where signing in should lead back to; `children` stand before what it offers. */
export function SiteHeader({ signedIn, next, children }: { signedIn: boolean; next?: string; children?: ReactNode }) {
	return (
		<header className="relative flex h-14 items-center gap-2 px-4 sm:h-16 sm:px-6">
			<Brand />
			<div className="ml-auto flex min-w-0 items-center justify-end">{children}</div>
			<nav aria-label="Account" className="flex shrink-0 items-center gap-1">
				{signedIn ? (
					<a href="/dashboard" className={buttonClass({ tone: "quiet", size: "s" })}>
						Your library
					</a>
				) : (
					<>
						<a href={authPath("/signin", next)} className={buttonClass({ tone: "quiet", size: "s" })}>
							Log in
						</a>
						<a href={authPath("/signup", next)} className={buttonClass({ size: "s" }, "max-sm:hidden")}>
							Create free account
						</a>
					</>
				)}
			</nav>
		</header>
	);
}
