"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { useLive } from "./live-context";

/** Stands in a page that the server draws: asks for it anew when what it shows has changed, once at a time. `updatedAt` is that of what is drawn. */
export function PageRefresh({ updatedAt }: { updatedAt: string }) {
	const { news } = useLive();
	const router = useRouter();
	const [isAsking, ask] = useTransition();
	const isOld = news !== null && news.updatedAt > updatedAt;
	useEffect(() => {
		if (isOld && !isAsking) ask(() => router.refresh());
	}, [isOld, isAsking, router]);
	return null;
}
