import { Music } from "lucide-react";
import { Listening } from "@/components/share/listening";
import type { OpenShare } from "@/components/share/model";
import { PlaysLeft } from "@/components/share/plays-left";
import { ShareHero } from "@/components/share/share-hero";
import { SongControls } from "@/components/share/song-controls";
import { clock } from "@/components/ui/duration-text";

/** What a visitor sees of one song: the player, expanded. */
export function SongViewer({ share }: { share: OpenShare }) {
	const track = share.tracks[0];
	const facts = track?.duration ? `Song · ${clock(track.duration)}` : "Song";
	return (
		<Listening share={share} bar={false}>
			<main id="content" data-kind="song" className="grid min-h-[calc(100svh-4rem)] content-start pb-16 sm:content-center sm:pb-32">
				<ShareHero large {...share} description="" byline={track?.artist} facts={facts} icon={Music}>
					{track && <SongControls track={track} />}
					<PlaysLeft />
				</ShareHero>
			</main>
		</Listening>
	);
}
