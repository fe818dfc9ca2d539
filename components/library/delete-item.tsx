"use client";

import { useRouter } from "next/navigation";
import { api } from "@/components/api";
import type { ListenKind } from "@/components/share/model";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";

const words = {
	playlist: { text: "The playlist goes, and so do its links. Its songs stay in your library.", path: "/api/playlists" },
	song: { text: "The song and its file go, from every playlist too, and so do its links.", path: "/api/songs" },
};

type DeleteItemProps = {
	item: { kind: ListenKind; id: string; title: string };
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Called at once with true, and with false should the server refuse. */
	onDone: (worked: boolean) => void;
};

/** Asks, then deletes. */
export function DeleteItem({ item, open, onOpenChange, onDone }: DeleteItemProps) {
	const { text, path } = words[item.kind];
	const router = useRouter();

	async function remove() {
		onDone(true);
		const answer = await api("DELETE", `${path}/${item.id}`);
		router.refresh();
		if (answer.ok || answer.status === 404) return toast(`Deleted “${item.title}”`);
		onDone(false);
		return toast(answer.message, "bad");
	}

	return (
		<Confirm
			open={open}
			onOpenChange={onOpenChange}
			title={`Delete “${item.title}”?`}
			text={text}
			action={`Delete ${item.kind}`}
			cancel="Keep it"
			onConfirm={() => void remove()}
		/>
	);
}
