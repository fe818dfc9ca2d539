import { TimeAgo } from "@/components/ui/time-text";
import { kindLook } from "./kind-look";
import type { LinkDetails } from "./model";

/** What a link has come to since it was made. */
export function LinkNumbers({ link }: { link: LinkDetails }) {
	const numbers = [
		["Views", link.viewCount.toLocaleString("en")],
		...(kindLook[link.type].isHeard ? [["Plays", link.playCount.toLocaleString("en")] as const] : []),
		["Signed up through it", link.stats.signups.toLocaleString("en")],
		["Last opened", link.lastAccessedAt ? <TimeAgo key="ago" at={link.lastAccessedAt} /> : "Never"],
	] as const;
	return (
		<dl className="mt-3.5 grid grid-cols-2 gap-2.5 sm:gap-3.5 md:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
			{numbers.map(([label, value]) => (
				<div key={label} className="rounded-lg border border-line bg-surface px-3.5 py-3 sm:px-[1.125rem] sm:py-4">
					<dt className="text-[0.8125rem] text-ink-3">{label}</dt>
					<dd className="mt-1 font-display text-[1.25rem] leading-[1.15] font-[650] tracking-[-0.02em] sm:text-[1.5rem]">{value}</dd>
				</div>
			))}
		</dl>
	);
}
