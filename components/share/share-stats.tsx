import type { MyShare } from "./model";

/** What all links together have come to. */
export function ShareStats({ shares }: { shares: readonly MyShare[] }) {
	const sum = (of: (share: MyShare) => number) => shares.reduce((total, share) => total + of(share), 0).toLocaleString("en");
	const stats = [
		["Live links", sum(({ state }) => (state === "live" ? 1 : 0))],
		["Views", sum(({ viewCount }) => viewCount)],
		["Plays", sum(({ playCount }) => playCount)],
	] as const;
	return (
		<dl className="grid grid-cols-3 gap-2.5 sm:gap-3.5">
			{stats.map(([label, value]) => (
				<div key={label} className="rounded-lg border border-line bg-surface px-3.5 py-3 sm:px-[1.125rem] sm:py-4">
					<dt className="text-[0.8125rem] text-ink-3">{label}</dt>
					<dd className="mt-1 truncate font-display text-[1.375rem] leading-[1.1] font-[650] tracking-[-0.02em] sm:text-[1.75rem]">
						{value}
					</dd>
				</div>
			))}
		</dl>
	);
}
