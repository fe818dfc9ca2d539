import { clsx } from "clsx";

/** What there is to vote on, as one line: what is done is red, and any of it can be gone to. */
export function Segments({
	label,
	all,
	at,
	onGo,
}: {
	label: string;
	all: readonly { key: string; name: string; isDone: boolean }[];
	at: number;
	onGo: (at: number) => void;
}) {
	return (
		<nav aria-label={label}>
			<ol className="flex flex-wrap gap-x-1">
				{all.map(({ key, name, isDone }, index) => (
					<li key={key} className="min-w-5 flex-1">
						<button
							type="button"
							aria-label={`${index + 1} of ${all.length}: ${name}${isDone ? ", voted" : ""}`}
							aria-current={index === at ? "step" : undefined}
							onClick={() => onGo(index)}
							className="group grid h-6 w-full place-items-center rounded-sm"
						>
							<span
								className={clsx(
									"block w-full rounded-full transition-[height,background-color] group-hover:h-1.5",
									index === at ? "h-1.5" : "h-1",
									isDone ? "bg-accent" : index === at ? "bg-ink-3" : "bg-line-strong",
								)}
							/>
						</button>
					</li>
				))}
			</ol>
		</nav>
	);
}
