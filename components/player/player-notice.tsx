"use client";

import { SkipForward, WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { Player } from "./player";

function onNetwork(notify: () => void) {
	addEventListener("online", notify);
	addEventListener("offline", notify);
	return () => {
		removeEventListener("online", notify);
		removeEventListener("offline", notify);
	};
}

/** Whether the browser says that it has a network. */
export function useOnline(): boolean {
	return useSyncExternalStore(
		onNetwork,
		() => navigator.onLine,
		() => true,
	);
}

/** What is wrong with the music just now, said politely: no network, a stream that is being taken up again, a video that is gone. */
export function PlayerNotice({ player, className }: { player: Player; className?: string }) {
	const online = useOnline();
	const { trouble, phase, hasNext, next } = player;
	const text = trouble
		? trouble
		: !online
			? phase === "loading"
				? "You are offline. The music goes on when you are back."
				: "You are offline. What has been loaded plays on."
			: "";
	return (
		<div role="status" className={className}>
			{text && (
				<div className="flex items-center justify-center gap-2.5 text-[0.8125rem] font-medium text-warn [&_svg]:size-4 [&_svg]:shrink-0">
					{!online && !trouble && <WifiOff aria-hidden="true" />}
					<span>{text}</span>
					{trouble && hasNext && (
						<Button size="s" onClick={next}>
							<SkipForward aria-hidden="true" /> Next song
						</Button>
					)}
				</div>
			)}
		</div>
	);
}
