import { type ReactNode, useId } from "react";

/** A part of the lobby. */
export function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
	const id = useId();
	return (
		<section aria-labelledby={id} className="min-w-0 rounded-xl border border-line bg-surface p-5">
			<div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
				<h2 id={id} className="text-xl">
					{title}
				</h2>
				{aside}
			</div>
			{children}
		</section>
	);
}
