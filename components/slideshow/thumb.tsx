import { clsx } from "clsx";
import { Play } from "lucide-react";
import { clock } from "@/components/ui/duration-text";

export type Thumbnail = { type: "image" | "video"; thumbnail: string | null; seconds: number | null };

/** A picture or video, small. A video that has no picture yet is a calm tile. Decoration: what it is stands beside it. */
export function Thumb({ of: { type, thumbnail, seconds }, className }: { of: Thumbnail; className?: string }) {
	return (
		<span className={clsx("relative block overflow-hidden bg-sunken", className)}>
			{thumbnail ? (
				// biome-ignore lint/performance/noImgElement: the file is one of our own, at the size it is shown
				<img src={thumbnail} alt="" loading="lazy" decoding="async" draggable={false} className="size-full object-cover" />
			) : (
				<span className="block size-full bg-linear-to-br from-accent/35 via-accent/15 to-accent/30" />
			)}
			{type === "video" && (
				<span
					aria-hidden="true"
					className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-black/65 px-2 py-0.5 text-xs font-medium text-white tabular-nums"
				>
					<Play className="size-3 fill-current" /> {seconds !== null && clock(seconds)}
				</span>
			)}
		</span>
	);
}
