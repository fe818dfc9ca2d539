type ProgressProps = { done: number; total: number };

/** How much of a list is done: a bar, and the same in words, which a screen reader hears when it changes. */
export function Progress({ done, total }: ProgressProps) {
	return (
		<div className="min-w-0 flex-1">
			<div aria-hidden="true" className="h-2 overflow-hidden rounded-sm bg-line">
				<div
					className="h-full rounded-sm bg-(--tint) ring-1 ring-ink/15 transition-[width] duration-180 ring-inset motion-reduce:transition-none"
					style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }}
				/>
			</div>
			<p role="status" className="mt-2 text-[0.8125rem] text-ink-3 tabular-nums">
				{total === 0 ? "Nothing on it yet" : `${done.toLocaleString("en")} of ${total.toLocaleString("en")} done`}
			</p>
		</div>
	);
}
