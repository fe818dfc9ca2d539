import { useEffect, useRef } from "react";
import { uploadFile } from "@/components/upload/upload-file";
import type { Medium } from "./model";

/** How long a video may take to show a frame, in ms. */
const patience = 15_000;

/** Gives videos that have no thumbnail one of their frames, one after the other: the server cannot look into them. */
export function usePosters(path: string, media: readonly Medium[], onPicture: (id: number, thumbnail: string) => void) {
	const tried = useRef(new Set<number>());
	const busy = useRef(false);
	const latest = useRef(onPicture);
	latest.current = onPicture;
	useEffect(() => {
		const next = media.find(({ id, type, thumbnail }) => type === "video" && thumbnail === null && !tried.current.has(id));
		if (!next || busy.current) return;
		busy.current = true;
		tried.current.add(next.id);
		void (async () => {
			const frame = await frameOf(next.mediaUrl);
			const sent =
				frame && (await uploadFile<{ media: Medium }>(`${path}/media/${next.id}/thumbnail`, "file", frame, { method: "PUT" }).answer);
			busy.current = false;
			// Without one it stays a calm tile.
			if (sent?.ok && sent.data.media.thumbnail) latest.current(next.id, sent.data.media.thumbnail);
		})();
	}, [media, path]);
}

/** A picture from about a second into a video, or null where this browser cannot show it. */
async function frameOf(url: string): Promise<File | null> {
	const video = document.createElement("video");
	video.muted = true;
	video.playsInline = true;
	video.preload = "auto";
	try {
		const happened = (name: string) =>
			new Promise<void>((resolve, reject) => {
				video.addEventListener(name, () => resolve(), { once: true });
				video.addEventListener("error", reject, { once: true });
				setTimeout(reject, patience);
			});
		const loaded = happened("loadeddata");
		video.src = url;
		await loaded;
		const sought = happened("seeked");
		video.currentTime = Math.min(1, (Number.isFinite(video.duration) ? video.duration : 3) / 3);
		await sought;
		const canvas = document.createElement("canvas");
		const scale = Math.min(1, 960 / Math.max(video.videoWidth, video.videoHeight));
		canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
		canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
		canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
		return blob && new File([blob], "frame.jpg", { type: "image/jpeg" });
	} catch {
		return null;
	} finally {
		video.removeAttribute("src");
		video.load();
	}
}
