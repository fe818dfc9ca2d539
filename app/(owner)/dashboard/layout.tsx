import type { ReactNode } from "react";
import { calmly } from "@/app/calmly";
import { currentAccount } from "@/app/page-data/viewer";
import { OwnerShell } from "@/components/owner/owner-shell";

async function DashboardLayout({ children }: { children: ReactNode }) {
	const account = await currentAccount();
	// Signed out: the page knows its own address and leads to the sign-in page and back.
	if (!account) return children;
	return <OwnerShell account={account}>{children}</OwnerShell>;
}

export default calmly(DashboardLayout);
