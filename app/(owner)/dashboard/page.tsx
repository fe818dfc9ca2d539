import { Suspense } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { library } from "@/app/page-data/library";
import { Library } from "@/components/library/library";
import { LibrarySkeleton } from "@/components/library/library-skeleton";

export const metadata = { title: "Library" };

async function LoadedLibrary() {
	return <Library {...(await library())} />;
}

export default async function LibraryPage() {
	await requireAccount("/dashboard");
	return (
		<Suspense fallback={<LibrarySkeleton />}>
			<LoadedLibrary />
		</Suspense>
	);
}
