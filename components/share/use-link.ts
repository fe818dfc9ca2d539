import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { toast } from "@/components/ui/toast";
import type { OwnShare } from "./model";
import type { ShareTarget } from "./share-target";
import { turnLinks } from "./turn-links";
import { useAccess } from "./use-access";

/** An item's link, as the share dialog needs it. `id` is its number, `contextId` the playlist behind a song. */
export type MadeLink = {
	id: string;
	shareUrl: string;
	viewCount: number;
	playCount: number;
	isActive: boolean;
	contextId: string | null;
};

type Made = { share: OwnShare & { playCount: number; contextPlaylistId: string | null } };

/** Makes the item's link while `wanted`, or finds the one it has: asking again gives the same one. */
export function useLink({ id }: Pick<ShareTarget, "id">, wanted: boolean) {
	const router = useRouter();
	const [link, setLink] = useState<MadeLink | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const access = useAccess(link?.id ?? null);

	const make = useCallback(async () => {
		setProblem(null);
		const answer = await api<Made>("POST", `/api/items/${id}/shares`, { body: { primary: true } });
		if (!answer.ok) return setProblem(answer.message);
		const { url, policy, contextPlaylistId, ...share } = answer.data.share;
		setLink({ ...share, shareUrl: url, isActive: policy.isActive, contextId: contextPlaylistId });
	}, [id]);

	useEffect(() => {
		if (!wanted) return;
		setLink(null);
		void make();
	}, [wanted, make]);

	const change = (to: Partial<MadeLink>) => setLink((now) => now && { ...now, ...to });

	/** Turns it off, or on again: shown at once, taken back should the server refuse. */
	async function turn(on: boolean, { undo = true } = {}): Promise<void> {
		if (!link) return;
		change({ isActive: on });
		const { failure } = await turnLinks([link.id], on);
		if (failure) {
			change({ isActive: !on });
			return tellFailure(failure);
		}
		router.refresh();
		void access.load();
		return toast(`Link turned ${on ? "on" : "off"}`, "good", undo ? { undo: () => void turn(!on, { undo: false }) } : {});
	}

	return { link, problem, make, turn, change, access };
}
