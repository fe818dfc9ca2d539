import { Suspense } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly } from "@/app/calmly";
import { library } from "@/app/page-data/library";
import { Library } from "@/components/library/library";
import { LibrarySkeleton } from "@/components/library/library-skeleton";

export const metadata = { title: "Library" };

async function LoadedLibrary() {
	return <Library {...(await library())} />;
}

async function LibraryPage() {
	await requireAccount("/dashboard");
	return (
		<Suspense fallback={<LibrarySkeleton />}>
			<LoadedLibrary />
		</Suspense>
	);
}

export default calmly(LibraryPage);
