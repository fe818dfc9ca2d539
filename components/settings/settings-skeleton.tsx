import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a settings page, while it is fetched. */
export function SettingsSkeleton({ label }: { label: string }) {
	return (
		<div aria-busy="true" role="status" aria-label={label} className="grid gap-4">
			{["a", "b", "c"].map((key) => (
				<div key={key} className="rounded-lg border border-line bg-surface p-5 sm:p-6">
					<Skeleton className="h-6 w-32" />
					<Skeleton className="mt-3 h-4 w-3/4" />
					<Skeleton className="mt-6 h-11 w-full" />
				</div>
			))}
		</div>
	);
}
