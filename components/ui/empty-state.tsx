import type { ReactNode } from "react";
import { Cover } from "./cover";

/** What stands where nothing is yet: a picture, what could be here, and the first step. */
export function EmptyState({
	seeds,
	title,
	children,
	action,
}: {
	seeds: readonly string[];
	title: string;
	children: ReactNode;
	action?: ReactNode;
}) {
	return (
		<div className="mx-auto grid max-w-md justify-items-center py-14 text-center">
			<div aria-hidden="true" className="mb-6 flex">
				{seeds.map((seed, index) => (
					<Cover
						key={seed}
						title={seed}
						className={`-mx-2.5 w-[4.75rem] rounded-[18px] shadow-2 ${index === 0 ? "translate-y-1.5 -rotate-8" : index === seeds.length - 1 ? "translate-y-1.5 rotate-8" : "z-1"}`}
					/>
				))}
			</div>
			<h2 className="text-2xl">{title}</h2>
			<p className="mt-2.5 mb-6 max-w-[40ch] text-ink-2">{children}</p>
			{action}
		</div>
	);
}
