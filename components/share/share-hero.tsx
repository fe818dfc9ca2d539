import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { Cover } from "@/components/ui/cover";

type ShareHeroProps = {
	title: string;
	thumbnail: string | null;
	/** Under the title: the artist of a song. */
	byline?: string;
	ownerName: string;
	description: string;
	/** "Playlist · 8 songs · 31 min" */
	facts: string;
	icon: LucideIcon;
	children: ReactNode;
	/** The cover is all there is to look at. */
	large?: boolean;
	/** The page's heading, or a plain line where the hero is only a picture of itself. */
	as?: "h1" | "p";
};

/** The longer a title, the smaller it is set, so that the action below stays in sight. */
const sizeOf = (title: string) =>
	title.length > 90
		? "line-clamp-5 text-[1.375rem] @min-[40rem]:text-3xl"
		: title.length > 36
			? "text-[1.75rem] @min-[40rem]:text-[2.5rem]"
			: "text-[2.125rem] @min-[40rem]:text-[clamp(2.5rem,6vw,3.75rem)]";

/** The head of a shared page: the cover, large and again as a blurred backdrop; the title; who shared it; the one action. */
export function ShareHero({
	title,
	thumbnail,
	byline,
	ownerName,
	description,
	facts,
	icon: Icon,
	children,
	large,
	as: Heading = "h1",
}: ShareHeroProps) {
	return (
		<section className="@container">
			<div className="mx-auto flex max-w-[65rem] flex-col items-center gap-[1.375rem] px-5 pt-2 text-center @min-[40rem]:flex-row @min-[40rem]:items-end @min-[40rem]:gap-8 @min-[40rem]:px-6 @min-[40rem]:pt-6 @min-[40rem]:text-left @min-[64rem]:gap-10">
				<div
					aria-hidden="true"
					className="pointer-events-none absolute inset-x-0 top-0 -z-10 h-[28rem] overflow-hidden mask-b-from-30% mask-b-to-100%"
				>
					<Cover
						title={title}
						thumbnail={thumbnail}
						// Blurred as it is, 160 px are plenty; and the large one below is asked for first, as what it is.
						size="small"
						className="aspect-auto! size-full scale-125 bg-transparent! opacity-25 blur-[64px] saturate-125 dark:opacity-30"
					/>
				</div>
				<div
					data-hero-cover
					className={clsx(
						"shrink-0",
						large
							? "w-[min(18rem,74vw)] @min-[40rem]:w-56 @min-[48rem]:w-72 @min-[64rem]:w-[21rem]"
							: "w-[min(14.5rem,62vw)] @min-[40rem]:w-48 @min-[48rem]:w-56 @min-[64rem]:w-[16.5rem]",
					)}
				>
					<Cover title={title} thumbnail={thumbnail} isFirst className="w-full rounded-[1.5rem] shadow-2" />
				</div>
				<div className="w-full min-w-0 @min-[40rem]:flex-1">
					<Chip className="bg-ink/6!">
						<Icon aria-hidden="true" /> {facts}
					</Chip>
					<Heading
						dir="auto"
						className={clsx(
							"mt-3.5 font-display leading-[1.08] font-[650] tracking-[-0.02em] text-balance wrap-anywhere @max-[40rem]:text-center @min-[40rem]:text-left",
							sizeOf(title),
						)}
					>
						{title}
					</Heading>
					{byline && (
						<p dir="auto" className="mt-2 line-clamp-2 text-lg text-ink-2 wrap-anywhere @max-[40rem]:text-center @min-[40rem]:text-left">
							{byline}
						</p>
					)}
					<p className="mt-3.5 line-clamp-2 text-ink-2 wrap-anywhere">
						Shared by <bdi className="font-[550] text-ink">{ownerName}</bdi>
					</p>
					{description && (
						<p
							dir="auto"
							className="mt-2 line-clamp-4 max-w-[60ch] text-ink-2 wrap-anywhere @max-[40rem]:text-center @min-[40rem]:text-left"
						>
							{description}
						</p>
					)}
					<div className="mt-[1.125rem] flex flex-wrap items-center justify-center gap-2.5 @min-[40rem]:mt-6 @min-[40rem]:justify-start">
						{children}
					</div>
				</div>
			</div>
		</section>
	);
}
