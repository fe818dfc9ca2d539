import { clsx } from "clsx";
import { useId } from "react";
import { drawnCover, type Oklch } from "@/lib/drawn-cover";

const css = ([lightness, chroma, hue, opacity = 1]: Oklch) => `oklch(${lightness} ${chroma} ${hue} / ${opacity})`;

/** The picture that is drawn from a title. */
function GeneratedCover({ title }: { title: string }) {
	const { hash, stops, sun, hills } = drawnCover(title);
	// The hash alone would do, but a gradient whose first bearer is hidden paints nothing for the others.
	const id = `cover-${hash}-${useId()}`;
	return (
		<svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className="block size-full">
			<defs>
				<linearGradient id={id} x1="0" y1="0" x2=".6" y2="1">
					{stops.map(({ at, colour }) => (
						<stop key={at} offset={at} stopColor={css(colour)} />
					))}
				</linearGradient>
			</defs>
			<rect width="100" height="100" fill={`url(#${id})`} />
			<circle cx={sun.x} cy={sun.y} r={sun.radius} fill={css(sun.colour)} />
			{hills.map(({ path, colour }) => (
				<path key={path} d={path} fill={css(colour)} />
			))}
		</svg>
	);
}

/** What `thumbnail` may name: a file of our own, or a picture chosen in this page. YouTube's are not asked for before a click. */
const isOurs = (address: string | null): address is string =>
	address !== null && /^(?:\/api\/files\/[\w/-]+(?:\?[\w=&]*)?|blob:.+)$/.test(address);

/** The same picture at 160 px. */
const small = (address: string) => (address.startsWith("blob:") ? address : `${address}${address.includes("?") ? "&" : "?"}size=small`);

type Props = {
	title: string;
	thumbnail?: string | null;
	size?: "large" | "small";
	/** It is the first thing that people see of the page: loaded before everything else. */
	isFirst?: boolean;
	className?: string;
};

/**
 * The square picture of something: its own, or one generated from its title. Decoration; the title stands beside it.
 * `small` is for rows and lists, where it is at most 80 px wide; those out of sight wait.
 */
export function Cover({ title, thumbnail = null, size = "large", isFirst = false, className }: Props) {
	return (
		<span className={clsx("relative block aspect-square shrink-0 overflow-hidden bg-sunken", className)}>
			{isOurs(thumbnail) ? (
				// biome-ignore lint/performance/noImgElement: the file is one of our own, at the size it is shown
				<img
					src={size === "small" ? small(thumbnail) : thumbnail}
					alt=""
					decoding="async"
					loading={size === "small" ? "lazy" : undefined}
					fetchPriority={isFirst ? "high" : undefined}
					className="size-full object-cover"
				/>
			) : (
				<GeneratedCover title={title} />
			)}
		</span>
	);
}
