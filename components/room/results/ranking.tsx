import { clsx } from "clsx";
import { counted } from "@/components/ui/count-text";
import { Cover } from "@/components/ui/cover";
import type { Result } from "@/lib/live/events";

/** Films from the best down, with what was said of them. */
export function Ranking({ results }: { results: readonly Result[] }) {
	return (
		<ol aria-label="Ranking" className="grid gap-1.5 text-left">
			{results.map(({ movie, compatibility, count, vetoes }, index) => (
				<li
					key={movie.id}
					className="grid grid-cols-[1.5rem_2.5rem_minmax(0,1fr)_auto] items-center gap-x-3 rounded-md border border-line bg-surface px-3 py-2.5"
				>
					<span className="text-center text-sm font-semibold text-ink-3 tabular-nums">{index + 1}</span>
					<Cover title={movie.title} size="small" className="w-10 rounded-sm" />
					<span className="min-w-0">
						<span className="line-clamp-2 text-left font-[550] wrap-anywhere">
							<bdi>{movie.title}</bdi>
							{movie.year !== undefined && <span className="font-normal text-ink-3"> ({movie.year})</span>}
						</span>
						<span aria-hidden="true" className="my-1.5 block h-1.5 overflow-hidden rounded-full bg-sunken">
							<span
								className="block h-full rounded-full bg-accent transition-[width] duration-200 motion-reduce:transition-none"
								style={{ width: `${compatibility}%` }}
							/>
						</span>
						<span className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-3">
							<span>{counted(count, "vote")}</span>
							{vetoes > 0 && <span className="text-bad">{counted(vetoes, "veto", "vetoes")}</span>}
						</span>
					</span>
					<span className={clsx("font-display font-[650] tabular-nums", index === 0 ? "text-2xl" : "text-lg text-ink-2")}>
						{compatibility} %
					</span>
				</li>
			))}
		</ol>
	);
}
