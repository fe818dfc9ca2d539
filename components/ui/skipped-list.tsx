import { useGrowing } from "./use-growing";

/** What an import left out, each with its reason. */
export function SkippedList({ label, skipped }: { label: string; skipped: readonly { title: string; reason: string }[] }) {
	const { count, end, more } = useGrowing(skipped.length);
	return (
		<section
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			className="mt-4 max-h-[min(18rem,40svh)] overflow-y-auto rounded-md border border-line"
		>
			<ul>
				{skipped.slice(0, count).map(({ title, reason }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a title may stand in it twice
					<li key={index} className="border-t border-line px-3.5 py-2 first:border-0">
						<bdi className="block text-sm font-[550] wrap-anywhere">{title}</bdi>
						<span className="text-[0.8125rem] text-ink-3 wrap-anywhere">{reason}</span>
					</li>
				))}
				{more && <li ref={end} aria-hidden="true" />}
			</ul>
		</section>
	);
}
