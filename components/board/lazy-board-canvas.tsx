"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { beforeExcalidraw } from "./before-excalidraw";

/** Excalidraw, more than a megabyte of it, when its page is open; it draws in browsers alone. */
export const LazyBoardCanvas = dynamic(
	() => {
		beforeExcalidraw();
		return import("./board-canvas");
	},
	{ ssr: false, loading: () => <Skeleton className="size-full rounded-none!" /> },
);
