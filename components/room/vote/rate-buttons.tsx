import { clsx } from "clsx";

export const scores = [
	{ score: 1, label: "Never" },
	{ score: 2, label: "Meh" },
	{ score: 3, label: "Fine" },
	{ score: 4, label: "Good" },
	{ score: 5, label: "Love it" },
] as const;

/** From never to love. */
export function RateButtons({ title, given, onRate }: { title: string; given: number | undefined; onRate: (score: number) => void }) {
	return (
		<fieldset className="mt-[1.375rem]">
			<legend className="sr-only">
				What about <bdi>{title}</bdi>?
			</legend>
			<div className="grid grid-cols-5 gap-2">
				{scores.map(({ score, label }) => (
					<button
						key={score}
						type="button"
						aria-pressed={given === score}
						onClick={() => onRate(score)}
						className={clsx(
							"grid justify-items-center gap-1.5 rounded-lg border px-1 pt-3.5 pb-3 text-[0.8125rem] transition-[background-color,border-color]",
							given === score ? "border-transparent bg-accent text-brand-ink" : "border-line bg-surface text-ink-2 hover:bg-sunken",
						)}
					>
						<b
							className={clsx(
								"font-display text-2xl leading-none font-[650]",
								given === score ? "" : score === 1 ? "text-bad" : "text-ink",
							)}
						>
							{score}
						</b>{" "}
						{label}
					</button>
				))}
			</div>
		</fieldset>
	);
}
