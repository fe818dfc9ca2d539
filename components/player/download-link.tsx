import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import type { Track } from "./track";

type DownloadLinkProps = {
	track: Track;
	/** Where files to keep are: the path before a song's id. */
	from: string;
	/** Says what it does, where there is room for it. */
	worded?: boolean;
};

/** Gives a song to keep. One that plays from YouTube has no file with us. */
export function DownloadLink({ track, from, worded = false }: DownloadLinkProps) {
	if (track.youtubeId) return null;
	const look = worded ? buttonClass() : buttonClass({ tone: "quiet", size: "s", icon: true }, "text-ink-3!");
	return (
		<a href={`${from}/${track.id}/download`} download aria-label={`Download ${track.title}`} className={look}>
			<Download aria-hidden="true" /> {worded && "Download"}
		</a>
	);
}
