import type { LinkStats } from "./model";

/** How many are shown; the others together make one line. */
const shownAtMost = 8;

/** Where a link's views came from, most first. */
export function LinkReferrers({ referrers }: { referrers: LinkStats["referrers"] }) {
	const all = referrers.reduce((sum, { views }) => sum + views, 0);
	const rest = referrers.slice(shownAtMost).reduce((sum, { views }) => sum + views, 0);
	const rows = [
		...referrers.slice(0, shownAtMost).map(({ host, views }) => ({ name: host || "Direct", views })),
		...(rest > 0 ? [{ name: "Others", views: rest }] : []),
	];
	return (
		<section aria-labelledby="referrers" className="min-w-0 rounded-lg border border-line bg-surface px-3.5 py-4 sm:px-[1.125rem]">
			<h2 id="referrers" className="text-xl">
				Where people came from
			</h2>
			{rows.length === 0 ? (
				<p className="mt-2 text-sm text-ink-3">Nobody has opened this link yet.</p>
			) : (
				<ul className="mt-3 grid gap-2.5">
					{rows.map(({ name, views }) => (
						<li key={name} className="text-sm">
							<p className="flex items-baseline justify-between gap-3">
								<bdi className="min-w-0 truncate">{name}</bdi>
								<span className="text-ink-3 tabular-nums">{views.toLocaleString("en")}</span>
							</p>
							<span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-line">
								<span className="block h-full min-w-1.5 rounded-full bg-accent" style={{ width: `${(100 * views) / all}%` }} />
							</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
