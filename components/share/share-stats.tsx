import type { MyShare, Totals } from "./model";

/** How all links together do. */
export function ShareStats({ shares, totals }: { shares: readonly MyShare[]; totals: Totals }) {
	const stats = [
		["Live links", shares.filter(({ state }) => state === "live").length],
		["Views, 7 days", totals.views],
		["Plays, 7 days", totals.plays],
		["Signed up through you", totals.signups],
	] as const;
	return (
		<dl className="grid grid-cols-2 gap-2.5 sm:gap-3.5 lg:grid-cols-4">
			{stats.map(([label, value]) => (
				<div key={label} className="rounded-lg border border-line bg-surface px-3.5 py-3 sm:px-[1.125rem] sm:py-4">
					<dt className="text-[0.8125rem] text-ink-3">{label}</dt>
					<dd className="mt-1 truncate font-display text-[1.375rem] leading-[1.1] font-[650] tracking-[-0.02em] sm:text-[1.75rem]">
						{value.toLocaleString("en")}
					</dd>
				</div>
			))}
		</dl>
	);
}
