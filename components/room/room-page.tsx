"use client";

import { SiteHeader } from "@/components/site/site-header";
import { Inside } from "./inside";
import { NameForm } from "./name-form";
import { OutsideScreen } from "./outside-screen";
import { RoomSkeleton } from "./room-skeleton";
import { useRoom } from "./use-room";

export type RoomPageProps = {
	code: string;
	url: string;
	isSignedIn: boolean;
	/** The account's own name, for who has one. */
	name: string;
};

/** A room: the way in, and what goes on in it. */
export function RoomPage({ code, url, isSignedIn, name }: RoomPageProps) {
	const room = useRoom(code);
	const { phase, data, me } = room.state;
	const isKnown = data !== null && me !== null;
	if (phase === "inside" && isKnown)
		return <Inside room={room} state={{ ...room.state, data, me }} code={code} url={url} isSignedIn={isSignedIn} />;
	return (
		<div data-kind="room">
			<SiteHeader signedIn={isSignedIn} next={`/room/${code}`} />
			{phase === "naming" ? (
				<NameForm code={code} seen={room.seen} name={name} onEnter={room.enter} />
			) : phase === "looking" || phase === "joining" || phase === "inside" ? (
				<RoomSkeleton />
			) : (
				<OutsideScreen reason={phase} onRetry={room.retry} />
			)}
		</div>
	);
}
