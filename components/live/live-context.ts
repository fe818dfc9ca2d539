import { createContext, useContext } from "react";
import type { RevokeReason } from "@/lib/live/events";

/** What a link shows by now: what its call answers, or null where the page has to be asked for. `updatedAt` is ISO. */
export type News = { updatedAt: string; title: string | null; data: Readonly<Record<string, unknown>> | null };
/** Why a page may no longer be seen; unsure: it is not said. */
export type Cut = RevokeReason | "unsure";

export type Live = {
	/** Null until it was up for the first time. */
	isUp: boolean | null;
	/** How many people look, the owner not counted; null before anybody said so. */
	count: number | null;
	/** The newest of what the page does not show by itself. */
	news: News | null;
};
export const notLive: Live = { isUp: null, count: null, news: null };

export const LiveContext = createContext<Live>(notLive);
export const useLive = () => useContext(LiveContext);
