import { useCallback, useEffect, useRef, useState } from "react";
import { isolated, quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import type { OpenShare } from "./model";
import { useLinkGuard } from "./use-link-guard";
import { useWayBack } from "./use-way-back";

/** Why an account is asked for: no plays are left, a link or Back would lead away, or a song that was not shared. */
export type Asked = "limit" | "link" | "back" | "song";

/**
 * Where a visitor can go from a link, and when they are asked for an account. From the top: the song, large; the list it belongs
 * to, when there is one; the question, unless they are signed in; away.
 */
export function useVisitorPaths({ signedIn, context, ownerName, title }: OpenShare) {
	const [asked, setAsked] = useState<Asked | null>(null);
	const [listShown, setListShown] = useState(false);
	// Floors of `useWayBack`: the list stands on the ground of who may leave, and one above it for who is asked first.
	const ground = signedIn ? 0 : 1;
	const top = context ? ground + 1 : ground;
	const wanted = asked === "back" ? 0 : listShown ? ground : top;

	const { rise, isAbove } = useWayBack(wanted, !signedIn, (floor) => {
		setListShown(context !== null && floor <= ground);
		setAsked(floor < ground ? "back" : null);
	});
	useLinkGuard(!signedIn, () => setAsked("link"));

	useEffect(() => {
		// Where the other of the two was scrolled to says nothing about this one.
		if (context) history.scrollRestoration = "manual";
	}, [context]);
	const shown = useRef(listShown);
	useEffect(() => {
		if (shown.current === listShown) return;
		shown.current = listShown;
		// The large player and the list are like two pages: the new one is read from its start.
		document.getElementById("content")?.focus({ preventScroll: true });
		scrollTo(0, 0);
	}, [listShown]);

	return {
		asked,
		ask: useCallback(() => setAsked("limit"), []),
		/** The question is closed: the visitor stays, and the way back is as it was. */
		stay() {
			if (asked === "back") rise(listShown ? ground : top);
			setAsked(null);
		},
		askForMore() {
			if (!signedIn) setAsked("song");
			else void toast(`${isolated(ownerName)} shared only ${quoted(title)} with you.`);
		},
		list: context && {
			shown: listShown,
			show() {
				if (isAbove(ground)) history.back();
				else setListShown(true);
			},
			leave() {
				setListShown(false);
				rise(top);
			},
		},
	};
}
