/** Three dancing bars: something is playing here. */
export function Equalizer({ still = false }: { still?: boolean }) {
	return (
		<span aria-hidden="true" className="inline-flex h-3.5 items-end gap-0.5">
			{["h-2 [animation-delay:-400ms]", "h-3.5 [animation-delay:-150ms]", "h-2.5 [animation-delay:-650ms]"].map((bar) => (
				<i key={bar} className={`w-[3px] origin-bottom rounded-sm bg-current ${bar} ${still ? "" : "animate-bar"}`} />
			))}
		</span>
	);
}
