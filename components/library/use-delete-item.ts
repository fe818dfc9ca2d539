import { useRouter } from "next/navigation";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import type { ListenKind } from "@/components/share/model";
import { counted } from "@/components/ui/count-text";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";

/** What is to be deleted. `links` is how many links of it are live: they go with it. */
export type Deletable = { kind: ListenKind; id: string; title: string; links: number };

/**
 * Deletes without asking, and offers to take it back. `onGone(true)` is called at once; `onGone(false)` when it is back, because the
 * server refused or the owner thought better of it.
 */
export function useDeleteItem() {
	const router = useRouter();

	async function restore({ id, title }: Deletable, onGone: (gone: boolean) => void) {
		const answer = await api("POST", `/api/items/${id}/restore`);
		if (!answer.ok) {
			if (answer.status !== 404) return tellFailure(answer);
			return toast(`${quoted(title)} cannot be brought back any more.`, "bad");
		}
		onGone(false);
		router.refresh();
		return toast(`${quoted(title)} is back`, "good");
	}

	return async function remove(item: Deletable, onGone: (gone: boolean) => void): Promise<void> {
		onGone(true);
		const answer = await api("DELETE", `/api/items/${item.id}`);
		if (!answer.ok && answer.status !== 404) {
			onGone(false);
			return tellFailure(answer);
		}
		router.refresh();
		const links = item.links === 0 ? "" : `, and turned off its ${item.links === 1 ? "link" : counted(item.links, "link")}`;
		return toast(`Deleted ${quoted(item.title)}${links}`, "plain", { undo: () => void restore(item, onGone) });
	};
}
