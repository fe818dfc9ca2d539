"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

declare global {
	interface Window {
		EXCALIDRAW_ASSET_PATH?: string | string[];
	}
}

/** Excalidraw, more than a megabyte of it, when its page is open; it draws in browsers alone. */
export const LazyBoardCanvas = dynamic(
	() => {
		// Read while the module is loaded: without it the typefaces would come from somebody else's server.
		window.EXCALIDRAW_ASSET_PATH = "/excalidraw/";
		return import("./board-canvas");
	},
	{ ssr: false, loading: () => <Skeleton className="size-full rounded-none!" /> },
);
