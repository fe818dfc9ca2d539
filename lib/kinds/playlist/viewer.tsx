import { ListMusic } from "lucide-react";
import { TrackList } from "@/components/player/track-list";
import { Listening } from "@/components/share/listening";
import type { OpenShare } from "@/components/share/model";
import { PlayButton } from "@/components/share/play-button";
import { PlaysLeft } from "@/components/share/plays-left";
import { ShareHero } from "@/components/share/share-hero";
import { counted } from "@/components/ui/count-text";
import { roughly } from "@/components/ui/duration-text";

/** What a visitor sees of a playlist: its head, its songs, the player bar. */
export function PlaylistViewer({ share }: { share: OpenShare }) {
	const seconds = share.tracks.reduce((sum, track) => sum + (track.duration ?? 0), 0);
	const facts = ["Playlist", counted(share.tracks.length, "song"), seconds > 0 ? roughly(seconds) : ""].filter(Boolean).join(" · ");
	return (
		<Listening share={share}>
			<main id="content" data-kind="playlist" className="pb-44 md:pb-36">
				<ShareHero {...share} facts={facts} icon={ListMusic}>
					<PlayButton tracks={share.tracks} />
					<PlaysLeft />
				</ShareHero>
				<section aria-label="Songs" className="mx-auto mt-6 max-w-[65rem] px-2.5 sm:mt-7 sm:px-6">
					{share.tracks.length > 0 ? (
						<TrackList tracks={share.tracks} downloads={share.downloads} />
					) : (
						<p className="px-2.5 py-6 text-center text-ink-3">There are no songs in this playlist yet. Look in again later.</p>
					)}
				</section>
			</main>
		</Listening>
	);
}
