"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { api } from "@/components/api";
import { PlayerBar } from "@/components/player/player-bar";
import { PlayerContext } from "@/components/player/player-context";
import { usePlayer } from "@/components/player/use-player";
import { ListeningContext } from "./listening-context";
import type { OpenShare } from "./model";
import { Refusal } from "./refusal";
import { useListeningSource } from "./use-listening-source";

const loadGate = () => import("./gate-dialog");
const GateDialog = lazy(async () => ({ default: (await loadGate()).GateDialog }));

/** Makes a shared page listenable: holds its one audio element, keeps to the link's rules, and steps aside when the link closes. */
export function Listening({ share, bar = true, children }: { share: OpenShare; bar?: boolean; children: ReactNode }) {
	const { source, remaining, asking, setAsking, refusal } = useListeningSource(share);
	const player = usePlayer(source);
	const counted = useRef(false);

	useEffect(() => {
		if (counted.current) return;
		counted.current = true;
		// One view a page load, as a statistic: whether it arrives changes nothing here.
		void api("POST", `/api/open/${share.shareId}`, { keepalive: true });
	}, [share.shareId]);

	useEffect(() => {
		// Fetched ahead, so that the question can be asked even if the network is gone by then.
		if (remaining !== null && remaining <= 1) void loadGate();
	}, [remaining]);

	useEffect(() => {
		if (refusal) document.title = "Link not available · Passalong";
	}, [refusal]);

	if (refusal) return <Refusal code={refusal} />;
	return (
		<ListeningContext value={{ remaining }}>
			<PlayerContext value={player}>
				{children}
				{/* biome-ignore lint/a11y/useMediaCaption: songs come without captions */}
				<audio ref={player.audio} preload="auto" />
				{bar && <PlayerBar player={player} />}
				{asking && (
					<Suspense>
						<GateDialog share={share} onClose={() => setAsking(false)} />
					</Suspense>
				)}
			</PlayerContext>
		</ListeningContext>
	);
}
