import { ListMusic, Music } from "lucide-react";
import { DownloadLink } from "@/components/player/download-link";
import { Listening } from "@/components/share/listening";
import type { OpenShare, SharedTrack } from "@/components/share/model";
import { PlaysLeft } from "@/components/share/plays-left";
import { ShareHero } from "@/components/share/share-hero";
import { BackToList, ContextList, OpenSong, SongAndList } from "@/components/share/song-and-list";
import { SongControls } from "@/components/share/song-controls";
import { counted } from "@/components/ui/count-text";
import { clock } from "@/components/ui/duration-text";

/** What a visitor sees of one song: the player, expanded; and behind it the playlist that it was shared from, if it was. */
export function SongViewer({ share }: { share: OpenShare }) {
	const track = share.tracks[0];
	const song = <Song share={share} track={track} />;
	return (
		<Listening share={share} large>
			{share.context && track ? <SongAndList song={song} list={<Context share={share} context={share.context} track={track} />} /> : song}
		</Listening>
	);
}

function Song({ share, track }: { share: OpenShare; track: SharedTrack | undefined }) {
	const facts = track?.duration ? `Song · ${clock(track.duration)}` : "Song";
	return (
		<main
			id="content"
			tabIndex={-1}
			data-kind="song"
			className="grid min-h-[calc(100svh-4rem)] grid-cols-[minmax(0,1fr)] content-start pb-16 outline-none sm:content-center sm:pb-32"
		>
			{share.context && (
				<div className="mx-auto mb-3 flex w-full max-w-[65rem] px-2 sm:px-3">
					<BackToList title={share.context.title} />
				</div>
			)}
			<ShareHero large {...share} description="" byline={track?.artist} facts={facts} icon={Music}>
				{track && <SongControls track={track} />}
				{track && share.downloads && <DownloadLink worded track={track} from={share.downloads} />}
				<PlaysLeft />
			</ShareHero>
		</main>
	);
}

type ContextProps = { share: OpenShare; context: NonNullable<OpenShare["context"]>; track: SharedTrack };

function Context({ share, context, track }: ContextProps) {
	const facts = `Playlist · ${counted(context.tracks.length, "song")}`;
	return (
		<main id="content" tabIndex={-1} data-kind="playlist" className="pb-44 outline-none md:pb-36">
			<ShareHero {...context} ownerName={share.ownerName} description="" facts={facts} icon={ListMusic}>
				<OpenSong title={track.title} />
				<PlaysLeft />
			</ShareHero>
			<section aria-label="Songs" className="mx-auto mt-6 max-w-[65rem] px-2.5 sm:mt-7 sm:px-6">
				<p className="mb-3 px-2.5 text-center text-ink-2 sm:text-left">
					<bdi>{share.ownerName}</bdi> shared one song of this playlist with you. The others are here to be seen.
				</p>
				<ContextList tracks={context.tracks} shared={track} />
			</section>
		</main>
	);
}
