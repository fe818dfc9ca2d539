import { type ReactNode, useId } from "react";

/** One matter of the settings, with its heading and what it is about. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
	const id = useId();
	return (
		<section aria-labelledby={id} className="rounded-lg border border-line bg-surface p-5 sm:p-6">
			<h2 id={id} className="text-xl">
				{title}
			</h2>
			{lead && <p className="mt-1.5 text-sm text-ink-2">{lead}</p>}
			<div className="mt-5">{children}</div>
		</section>
	);
}
