import { useEffect, useRef } from "react";
import { uploadFile } from "@/components/upload/upload-file";
import type { Medium } from "./model";

/** How long a video may take to show a frame, in ms. */
const patience = 15_000;

/** Gives videos that have no thumbnail one of their frames, one after the other: the server cannot look into them. */
export function usePosters(path: string, media: readonly Medium[], onPicture: (id: number, thumbnail: string) => void) {
	const tried = useRef(new Set<number>());
	const busy = useRef(false);
	const latest = useRef<{ media: readonly Medium[]; onPicture: typeof onPicture } | null>(null);

	async function pictureAll() {
		if (busy.current) return;
		busy.current = true;
		const nextOne = () =>
			latest.current?.media.find(({ id, type, thumbnail }) => type === "video" && thumbnail === null && !tried.current.has(id));
		for (let next = nextOne(); next; next = nextOne()) {
			tried.current.add(next.id);
			const frame = await frameOf(next.mediaUrl);
			const sent =
				frame && (await uploadFile<{ media: Medium }>(`${path}/media/${next.id}/thumbnail`, "file", frame, { method: "PUT" }).answer);
			// Without one it stays a calm tile.
			if (sent?.ok && sent.data.media.thumbnail) latest.current?.onPicture(next.id, sent.data.media.thumbnail);
		}
		busy.current = false;
	}

	useEffect(() => {
		latest.current = { media, onPicture };
		void pictureAll();
	});
	// Whoever leaves the page looks at no more of them.
	useEffect(
		() => () => {
			latest.current = null;
		},
		[],
	);
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
