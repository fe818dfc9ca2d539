import { clsx } from "clsx";
import { useId } from "react";

const palettes = [
	[285, 340, 60],
	[25, 350, 90],
	[235, 285, 190],
	[160, 215, 95],
	[65, 20, 100],
	[200, 260, 150],
	[330, 20, 75],
	[255, 300, 30],
] as const;

function hashOf(title: string): number {
	let hash = 7;
	for (const character of title) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
	return hash;
}

/** A palette, a sun and two hills drawn from the title, so that nothing looks empty. The same title gives the same picture. */
function GeneratedCover({ title }: { title: string }) {
	const hash = hashOf(title);
	const [low, mid, high] = palettes[hash % palettes.length] ?? palettes[0];
	const pick = (shift: number, below: number) => (hash >>> shift) % below;
	// The hash alone would do, but a gradient whose first bearer is hidden paints nothing for the others.
	const id = `cover-${hash}-${useId()}`;
	return (
		<svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className="block size-full">
			<defs>
				<linearGradient id={id} x1="0" y1="0" x2=".6" y2="1">
					<stop stopColor={`oklch(80% .12 ${high})`} />
					<stop offset=".55" stopColor={`oklch(66% .16 ${mid})`} />
					<stop offset="1" stopColor={`oklch(45% .16 ${low})`} />
				</linearGradient>
			</defs>
			<rect width="100" height="100" fill={`url(#${id})`} />
			<circle cx={22 + pick(4, 56)} cy={18 + pick(8, 34)} r={10 + pick(12, 12)} fill={`oklch(93% .07 ${high} / .9)`} />
			<path
				d={`M0 ${58 + pick(5, 14)} Q ${20 + pick(9, 30)} ${38 + pick(13, 18)} 60 ${56 + pick(17, 10)} T 100 ${50 + pick(7, 16)} V100 H0Z`}
				fill={`oklch(48% .15 ${low} / .75)`}
			/>
			<path
				d={`M0 ${76 + pick(11, 10)} Q ${40 + pick(15, 25)} ${58 + pick(6, 16)} 100 ${78 + pick(10, 10)} V100 H0Z`}
				fill={`oklch(30% .1 ${low} / .9)`}
			/>
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
