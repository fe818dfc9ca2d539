import { Skeleton } from "@/components/ui/skeleton";

/** The library's shape, while it is fetched. */
export function LibrarySkeleton() {
	return (
		<main id="content" aria-busy="true" aria-label="Library" className="mx-auto max-w-[70rem] px-4 pt-2 sm:px-6 sm:pt-7 lg:px-9">
			<Skeleton className="mb-6 h-9 w-40" />
			<Skeleton className="mb-6 h-[2.375rem] max-w-[21rem]" />
			<div className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:gap-x-5">
				{["a", "b", "c", "d", "e", "f"].map((key) => (
					<div key={key}>
						<Skeleton className="aspect-square rounded-lg" />
						<Skeleton className="mt-3 h-4 w-3/4" />
						<Skeleton className="mt-2 h-3 w-1/2" />
					</div>
				))}
			</div>
		</main>
	);
}
