"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { fontsFromHere } from "./fonts-from-here";

/** Excalidraw, more than a megabyte of it, when its page is open; it draws in browsers alone. */
export const LazyBoardCanvas = dynamic(
	() => {
		fontsFromHere();
		return import("./board-canvas");
	},
	{ ssr: false, loading: () => <Skeleton className="size-full rounded-none!" /> },
);
