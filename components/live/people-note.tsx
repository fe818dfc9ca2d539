"use client";

import { useEffect, useState } from "react";
import { onceLoaded, onceSettled } from "./once-settled";
import { peopleLooking } from "./people-text";

/** Tells the owner of something, on its own page, how many people look at its links just now; nothing while nobody does. */
export function PeopleNote({ itemId }: { itemId: string }) {
	const [count, setCount] = useState(0);
	useEffect(
		() =>
			onceSettled(() =>
				onceLoaded(
					() => import("./follow-item"),
					({ followItem }) => followItem(itemId, setCount),
				),
			),
		[itemId],
	);
	return (
		<span role="status" className="text-[0.8125rem] text-ink-3 tabular-nums">
			{count > 0 && (
				<span className="flex animate-in items-center gap-1.5 motion-reduce:animate-none">
					<span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-good" />
					{peopleLooking(count)}
				</span>
			)}
		</span>
	);
}
