const width = 150;
const height = 28;

/** The course of some numbers as a line, in the colour of the text. Says nothing to who cannot see it: give the numbers elsewhere. */
export function Sparkline({ values, className }: { values: readonly number[]; className?: string }) {
	const most = Math.max(1, ...values);
	const step = width / Math.max(1, values.length - 1);
	const points = values.map((value, at) => `${(at * step).toFixed(1)},${(height - 2 - (value / most) * (height - 4)).toFixed(1)}`);
	return (
		<svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={className}>
			<polyline
				points={points.join(" ")}
				fill="none"
				stroke="currentColor"
				strokeWidth="1.75"
				strokeLinejoin="round"
				vectorEffect="non-scaling-stroke"
			/>
		</svg>
	);
}
