"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { fileProblem, isAudio, withoutTwins } from "./audio-files";
import type { Found } from "./dropped-files";
import { type Added, tellAdded } from "./tell-added";
import { uploadFile } from "./upload-file";
import { leftOut } from "./upload-words";
import { isRunning, type Upload, UploadsContext } from "./uploads-context";

/** Three at a time: one would leave the line idle while the server reads the tags. */
const atOnce = 3;
/** A folder of songs must not fetch the whole library again after each of them: at most so often, in milliseconds. */
const refreshEvery = 1_500;

/** No answer, too many at once, or the server's own trouble: the file itself may be fine. */
const mayHelp = (status: number) => status === 0 || status === 401 || status === 429 || status >= 500;

/** Sends songs, also while the owner moves on to another page. */
export function Uploads({ children }: { children: ReactNode }) {
	const router = useRouter();
	const [list, setList] = useState<readonly Upload[]>([]);
	const [note, setNote] = useState<string | null>(null);
	const [arriving, setArriving] = useState<readonly string[]>([]);
	const added = useRef<Added[]>([]);
	const files = useRef(new Map<number, File>());
	const queue = useRef<number[]>([]);
	const running = useRef(new Map<number, () => void>());
	const counter = useRef(0);
	const refresh = useRef<ReturnType<typeof setTimeout>>(undefined);
	const busy = list.some(isRunning);

	const change = (id: number, to: Partial<Upload>) => setList((now) => now.map((each) => (each.id === id ? { ...each, ...to } : each)));

	function showNew() {
		refresh.current ??= setTimeout(
			() => {
				refresh.current = undefined;
				router.refresh();
			},
			queue.current.length + running.current.size > 0 ? refreshEvery : 0,
		);
	}

	async function send(id: number, file: File) {
		const { answer, cancel } = uploadFile<Added>("/api/songs", "file", file, { onProgress: (progress) => change(id, { progress }) });
		running.current.set(id, cancel);
		const result = await answer;
		running.current.delete(id);
		if (result.ok) {
			files.current.delete(id);
			added.current.push(result.data);
			setArriving((now) => [...now, result.data.id]);
			change(id, { state: "done", progress: 1 });
			showNew();
		} else {
			change(id, { state: "failed", progress: 0, error: result.fields.file ?? result.message, again: mayHelp(result.status) });
		}
		pump();
	}

	function pump() {
		while (running.current.size < atOnce) {
			const id = queue.current.shift();
			if (id === undefined) return;
			const file = files.current.get(id);
			if (!file) continue;
			change(id, { state: "sending", error: null });
			void send(id, file);
		}
	}

	async function add(chosen: Iterable<File> | Promise<Found>) {
		const { files: all, cut } = chosen instanceof Promise ? await chosen : { files: [...chosen], cut: false };
		const songs = all.filter(isAudio);
		const { files: once, twins } = await withoutTwins(songs);
		setNote(leftOut({ skipped: all.filter((file) => !isAudio(file)).map(({ name }) => name), twins, cut }));
		const chosenNow = once.map((file): Upload => {
			const id = ++counter.current;
			const error = fileProblem(file);
			if (!error) {
				files.current.set(id, file);
				queue.current.push(id);
			}
			return { id, name: file.name, state: error ? "failed" : "waiting", progress: 0, error, again: false };
		});
		// A new batch begins with a clean list; what failed stays until it is seen to.
		setList((now) => [...now.filter((each) => now.some(isRunning) || each.state === "failed"), ...chosenNow]);
		pump();
	}

	function drop(ids: ReadonlySet<number>) {
		queue.current = queue.current.filter((id) => !ids.has(id));
		for (const id of ids) files.current.delete(id);
		// Those that were sending leave by themselves when their request has ended.
		for (const id of ids) running.current.get(id)?.();
		setList((now) => now.filter(({ id }) => !ids.has(id)));
	}

	function retry(ids: readonly number[]) {
		const again = ids.filter((id) => files.current.has(id) && !queue.current.includes(id) && !running.current.has(id));
		for (const id of again) change(id, { state: "waiting", progress: 0, error: null });
		queue.current.push(...again);
		pump();
	}

	const landed = useCallback((songs: ReadonlySet<string>) => {
		setArriving((now) => (now.some((id) => songs.has(id)) ? now.filter((id) => !songs.has(id)) : now));
	}, []);

	const idsOf = (which: (upload: Upload) => boolean) => new Set(list.filter(which).map(({ id }) => id));

	const done = list.filter(({ state }) => state === "done").length;
	useEffect(() => {
		if (busy || done === 0) return;
		const gone = (songs: readonly Added[]) => {
			setArriving((now) => now.filter((each) => !songs.some(({ id }) => id === each)));
			router.refresh();
		};
		void tellAdded(added.current.splice(0), gone);
		setList((now) => now.filter(({ state }) => state !== "done"));
	}, [busy, done, router]);

	useEffect(() => {
		if (!busy) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [busy]);

	return (
		<UploadsContext
			value={{
				list,
				note,
				arriving,
				add,
				cancel: (id) => drop(new Set([id])),
				cancelAll: () => drop(idsOf(isRunning)),
				retry,
				landed,
				clear: () => {
					setNote(null);
					drop(idsOf((upload) => !isRunning(upload)));
				},
			}}
		>
			{children}
		</UploadsContext>
	);
}
