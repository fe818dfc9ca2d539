import { Skeleton } from "@/components/ui/skeleton";

/** More than a screen shows: what is below it may move. */
const most = 24;

/** The places of songs that are on their way, each as large as the card that takes it. */
export function ComingCards({ count }: { count: number }) {
	return Array.from({ length: Math.min(count, most) }, (_, place) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: they are alike, and it is the last that goes
		<li key={`coming-${place}`} aria-hidden="true">
			<Skeleton className="aspect-square rounded-lg" />
			<div className="mt-2 h-[2.625rem]">
				<Skeleton className="h-4 w-3/4" />
				<Skeleton className="mt-2 h-3 w-1/2" />
			</div>
		</li>
	));
}
