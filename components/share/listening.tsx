"use client";

import { clsx } from "clsx";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { PlayerContext } from "@/components/player/player-context";
import { PlayerFrame } from "@/components/player/player-frame";
import { usePlaceMemory } from "@/components/player/use-place-memory";
import { usePlayer } from "@/components/player/use-player";
import { ListeningContext } from "./listening-context";
import type { LinkRefusal, OpenShare } from "./model";
import { useCountedView } from "./use-counted-view";
import { useListeningSource } from "./use-listening-source";
import { useVisitorPaths } from "./use-visitor-paths";

const loadGate = () => import("./gate-dialog");
const GateDialog = lazy(async () => ({ default: (await loadGate()).GateDialog }));
const ClosedLink = lazy(async () => ({ default: (await import("./closed-link")).ClosedLink }));

type ListeningProps = { share: OpenShare; large?: boolean; children: ReactNode };

/** Makes a shared page listenable, and steps aside with all that guards it when the link closes. `large`: the page is the player. */
export function Listening(props: ListeningProps) {
	const [refusal, setRefusal] = useState<LinkRefusal | null>(null);
	if (!refusal) return <OpenListening {...props} onRefused={setRefusal} />;
	return (
		<Suspense>
			<ClosedLink refusal={refusal} shareId={props.share.shareId} path={`/share/${props.share.shareId}`} />
		</Suspense>
	);
}

/** Keeps to the rules of a link that is open. */
function OpenListening({ share, large = false, children, onRefused }: ListeningProps & { onRefused: (refusal: LinkRefusal) => void }) {
	const { asked, ask, stay, askForMore, list } = useVisitorPaths(share);
	const { source, remaining } = useListeningSource(share, { limit: ask, refused: onRefused });
	const player = usePlayer(source);
	const expanded = large && !list?.shown;
	const touched = player.phase !== "idle" || remaining !== null;
	usePlaceMemory(player, `share_player_${share.shareId}`, share.tracks, large);

	useCountedView(share.shareId);

	useEffect(() => {
		// Fetched ahead, so that the question can be asked even if the network is gone by then.
		if (touched && !share.signedIn) void loadGate();
	}, [touched, share.signedIn]);

	const shared = { remaining, list, askForMore };
	return (
		<ListeningContext value={shared}>
			<PlayerContext value={player}>
				<div
					className={clsx("flex flex-col", expanded && player.video && !player.trouble && "[&_[data-hero-cover]]:hidden [&_main]:min-h-0")}
				>
					{children}
					<PlayerFrame player={player} expanded={expanded} />
				</div>
				{asked && (
					<Suspense>
						<GateDialog share={share} asked={asked} onClose={stay} />
					</Suspense>
				)}
			</PlayerContext>
		</ListeningContext>
	);
}
