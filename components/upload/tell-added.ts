import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { counted } from "@/components/ui/count-text";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";

/** A song that an upload made. `sameAs` is an older song of the same bytes. */
export type Added = { id: string; title: string; sameAs: string | null };

const called = (songs: readonly Added[]) => (songs.length === 1 && songs[0] ? quoted(songs[0].title) : counted(songs.length, "song"));
const are = (songs: readonly Added[]) => (songs.length === 1 ? "is" : "are");

/** Takes them out of the library again; answers those that are gone. */
async function remove(songs: readonly Added[]): Promise<Added[]> {
	const gone: Added[] = [];
	for (const song of songs) {
		const answer = await api("DELETE", `/api/songs/${song.id}`);
		if (!answer.ok && answer.status !== 404) {
			void tellFailure(answer);
			return gone;
		}
		gone.push(song);
	}
	void toast(songs.length === 1 ? `The second ${called(songs)} is gone again` : `${called(songs)} are gone again`, "good");
	return gone;
}

/** Says how many songs came in, and which were there before: `onGone` is called when the owner has taken those out again. */
export async function tellAdded(added: readonly Added[], onGone: (songs: readonly Added[]) => void): Promise<void> {
	const twins = added.filter(({ sameAs }) => sameAs !== null);
	if (twins.length < added.length) await toast(`${counted(added.length, "song")} added to your library`, "good");
	if (twins.length === 0) return;
	const undo = () => void remove(twins).then(onGone);
	await toast(`${called(twins)} ${are(twins)} in your library twice now`, "plain", { undo });
}
