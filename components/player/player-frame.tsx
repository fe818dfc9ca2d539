"use client";

import { clsx } from "clsx";
import { lazy, type ReactNode, useState } from "react";
import { useLazyOpen } from "@/components/ui/lazy-open";
import { areKeysOn, keepKeysOn } from "./key-choice";
import type { Player } from "./player";
import { PlayerBar } from "./player-bar";
import { useKeys } from "./use-keys";

const QueueSheet = lazy(async () => ({ default: (await import("./queue-sheet")).QueueSheet }));
const KeysHelp = lazy(async () => ({ default: (await import("./keys-help")).KeysHelp }));

type Props = {
	player: Player;
	/** The page itself shows the song large: no bar, and a video stands in the page. */
	expanded?: boolean;
	/** Stands above the bar, also while there is none. */
	above?: ReactNode;
	className?: string;
};

/** The player's place in a page: its audio element, the video when there is one, the bar, the queue and the keys. */
export function PlayerFrame({ player, expanded = false, above, className }: Props) {
	const { current, mountAudio, mountStage } = player;
	// What failed has nothing to show.
	const video = player.video && player.trouble === null;
	const queue = useLazyOpen();
	const help = useLazyOpen();
	const [keysOn, setKeysOn] = useState(areKeysOn);
	useKeys(player, keysOn, { openQueue: () => queue.setOpen(true), openHelp: () => help.setOpen(true) });

	return (
		<>
			{/* What the docked video covers can be scrolled up from under it. */}
			{video && !expanded && <div aria-hidden="true" className="h-52" />}
			{/* biome-ignore lint/a11y/useMediaCaption: songs come without captions */}
			<audio ref={mountAudio} preload="auto" />
			<div
				className={clsx(
					expanded
						? "contents"
						: // On a very low screen (a phone on its side, a page at 400 %) a bar that stays would leave no room for the page.
							"pointer-events-none fixed inset-0 z-20 flex flex-col justify-end [@media(max-height:22rem)]:static",
					!expanded && className,
				)}
			>
				{above}
				<section
					aria-label="Player"
					hidden={!current || (expanded && !video)}
					className={expanded ? "order-first px-4 pt-2" : "animate-rise *:pointer-events-auto"}
				>
					{/* YouTube asks that its player can be seen, at 200 pixels at least. Moving this element would begin the video anew: only its looks change. */}
					<div
						ref={mountStage}
						className={clsx(
							"overflow-hidden bg-ink",
							!video && "hidden",
							expanded
								? "mx-auto aspect-video min-h-[12.5rem] w-full max-w-2xl rounded-lg shadow-2"
								: "h-[12.65rem] sm:mr-6 sm:mb-3 sm:ml-auto sm:w-[22.5rem] sm:rounded-lg sm:shadow-2",
						)}
					/>
					{current && !expanded && <PlayerBar player={player} track={current} onQueue={() => queue.setOpen(true)} />}
				</section>
			</div>
			{queue.whenWanted(
				<QueueSheet
					player={player}
					open={queue.open}
					onOpenChange={queue.setOpen}
					onKeys={() => {
						queue.setOpen(false);
						help.setOpen(true);
					}}
				/>,
			)}
			{help.whenWanted(
				<KeysHelp
					open={help.open}
					onOpenChange={help.setOpen}
					on={keysOn}
					onChange={(on) => {
						setKeysOn(on);
						keepKeysOn(on);
					}}
				/>,
			)}
		</>
	);
}
