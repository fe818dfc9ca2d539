import type { ReactNode } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import type { Account } from "@/components/account/model";
import { Brand } from "@/components/site/brand";
import { Uploads } from "@/components/upload/uploads";
import { OwnerNav } from "./owner-nav";
import { OwnerPlayer } from "./owner-player";

/** The frame of the owner's pages: navigation at the side, or below on a phone; uploads and music that go on across pages. */
export function OwnerShell({ account, children }: { account: Account; children: ReactNode }) {
	return (
		<div className="sm:grid sm:min-h-svh sm:grid-cols-[14.5rem_minmax(0,1fr)]">
			<a
				href="#content"
				className="sr-only z-50 rounded-full bg-ink px-4 py-2 font-[550] text-paper focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
			>
				Skip to content
			</a>
			<header className="sticky top-0 z-10 flex h-14 items-center justify-between bg-paper/90 px-4 backdrop-blur-lg sm:hidden">
				<Brand href="/dashboard" />
				<AccountMenu account={account} small />
			</header>
			<header className="sticky top-0 flex h-svh flex-col overflow-y-auto border-r border-line px-3.5 py-[1.125rem] max-sm:hidden">
				<div className="px-3 pt-1.5 pb-[1.375rem]">
					<Brand href="/dashboard" />
				</div>
				<OwnerNav place="side" />
				<div className="grow" />
				<AccountMenu account={account} />
			</header>
			<Uploads>
				<OwnerPlayer>{children}</OwnerPlayer>
			</Uploads>
			<OwnerNav place="foot" />
		</div>
	);
}
