import { useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { LineNote } from "./line-note";

/** In ms: by then most people are in. */
const usual = 4_000;

/** The shape of a room that is about to be there, and words when it takes long. */
export function RoomSkeleton() {
	const [isLate, setLate] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setLate(true), usual);
		return () => clearTimeout(timer);
	}, []);
	return (
		<main id="content" className="mx-auto w-full max-w-[35rem] px-5 pt-2 pb-10">
			<h1 className="sr-only">Movie room</h1>
			<div className="mb-5 flex gap-1">
				{["a", "b", "c", "d", "e", "f"].map((each) => (
					<Skeleton key={each} className="h-1 flex-1" />
				))}
			</div>
			<Skeleton className="aspect-[4/3.4] w-full rounded-xl!" />
			<div className="mt-6 grid grid-cols-5 gap-2">
				{["1", "2", "3", "4", "5"].map((each) => (
					<Skeleton key={each} className="h-[4.75rem] rounded-lg!" />
				))}
			</div>
			<p role="status" className="mt-6 min-h-7">
				{isLate ? <LineNote>Still connecting…</LineNote> : <span className="sr-only">Coming in…</span>}
			</p>
		</main>
	);
}
