import { useCallback, useEffect, useState } from "react";
import { api } from "@/components/api";
import type { ShareTarget } from "./share-target";

/** An item's link, as the share dialog needs it. */
export type MadeLink = { shareId: string; shareUrl: string; viewCount: number; playCount: number };

type Made = { shareId: string; shareUrl: string; share: { viewCount: number; playCount: number } };

/** Makes the item's link while `wanted`, or finds the one it has: asking again gives the same one. */
export function useLink({ kind, id }: Pick<ShareTarget, "kind" | "id">, wanted: boolean) {
	const [link, setLink] = useState<MadeLink | null>(null);
	const [problem, setProblem] = useState<string | null>(null);

	const make = useCallback(async () => {
		setProblem(null);
		const answer = await api<Made>("POST", `/api/share/${kind}/${id}`);
		if (!answer.ok) return setProblem(answer.message);
		const { shareId, shareUrl, share } = answer.data;
		setLink({ shareId, shareUrl, viewCount: share.viewCount, playCount: share.playCount });
	}, [kind, id]);

	useEffect(() => {
		if (!wanted) return;
		setLink(null);
		void make();
	}, [wanted, make]);

	return { link, problem, make };
}
