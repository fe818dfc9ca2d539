"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { counted } from "@/components/ui/count-text";
import { toast } from "@/components/ui/toast";
import { fileProblem, isAudio, withoutTwins } from "./audio-files";
import type { Found } from "./dropped-files";
import { uploadFile } from "./upload-file";
import { leftOut } from "./upload-words";

/** One file on its way. `progress` is 0 to 1; at 1 the server still reads it. */
export type Upload = {
	id: number;
	name: string;
	state: "waiting" | "sending" | "done" | "failed";
	progress: number;
	error: string | null;
	/** Sending it again may help. */
	again: boolean;
};

type UploadsAround = {
	list: readonly Upload[];
	/** What was left out of the last choice, in words. */
	note: string | null;
	add: (chosen: Iterable<File> | Promise<Found>) => Promise<void>;
	cancel: (id: number) => void;
	cancelAll: () => void;
	retry: (ids: readonly number[]) => void;
	/** Takes what is done or has failed off the list, and the note. */
	clear: () => void;
};

const nothing = () => {};
const UploadsContext = createContext<UploadsAround>({
	list: [],
	note: null,
	add: async () => {},
	cancel: nothing,
	cancelAll: nothing,
	retry: nothing,
	clear: nothing,
});

export const useUploads = () => useContext(UploadsContext);

/** Three at a time: one would leave the line idle while the server reads the tags. */
const atOnce = 3;
/** A folder of songs must not fetch the whole library again after each of them: at most so often, in milliseconds. */
const refreshEvery = 1_500;

const isRunning = ({ state }: Upload) => state === "waiting" || state === "sending";

/** No answer, too many at once, or the server's own trouble: the file itself may be fine. */
const mayHelp = (status: number) => status === 0 || status === 401 || status === 429 || status >= 500;

/** Sends songs, also while the owner moves on to another page. */
export function Uploads({ children }: { children: ReactNode }) {
	const router = useRouter();
	const [list, setList] = useState<readonly Upload[]>([]);
	const [note, setNote] = useState<string | null>(null);
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
		const { answer, cancel } = uploadFile("/api/songs", "file", file, { onProgress: (progress) => change(id, { progress }) });
		running.current.set(id, cancel);
		const result = await answer;
		running.current.delete(id);
		if (result.ok) {
			files.current.delete(id);
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
		const added = once.map((file): Upload => {
			const id = ++counter.current;
			const error = fileProblem(file);
			if (!error) {
				files.current.set(id, file);
				queue.current.push(id);
			}
			return { id, name: file.name, state: error ? "failed" : "waiting", progress: 0, error, again: false };
		});
		// A new batch begins with a clean list; what failed stays until it is seen to.
		setList((now) => [...now.filter((each) => now.some(isRunning) || each.state === "failed"), ...added]);
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

	const idsOf = (which: (upload: Upload) => boolean) => new Set(list.filter(which).map(({ id }) => id));

	const done = list.filter(({ state }) => state === "done").length;
	useEffect(() => {
		if (busy || done === 0) return;
		void toast(`${counted(done, "song")} added to your library`, "good");
		setList((now) => now.filter(({ state }) => state !== "done"));
	}, [busy, done]);

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
				add,
				cancel: (id) => drop(new Set([id])),
				cancelAll: () => drop(idsOf(isRunning)),
				retry,
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
