"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { counted } from "@/components/ui/count-text";
import { toast } from "@/components/ui/toast";
import { fileProblem, uploadFile } from "./upload-file";

/** One file on its way. `progress` is 0 to 1; at 1 the server still reads it. */
export type Upload = { id: number; name: string; state: "waiting" | "sending" | "done" | "failed"; progress: number; error: string | null };

type UploadsAround = { list: Upload[]; add: (files: Iterable<File>) => void; cancel: (id: number) => void };

const UploadsContext = createContext<UploadsAround>({ list: [], add: () => {}, cancel: () => {} });

export const useUploads = () => useContext(UploadsContext);

/** Two at a time: one would leave the line idle while the server reads the tags. */
const atOnce = 2;

/** Sends songs, also while the owner moves on to another page. */
export function Uploads({ children }: { children: ReactNode }) {
	const router = useRouter();
	const [list, setList] = useState<Upload[]>([]);
	const files = useRef(new Map<number, File>());
	const running = useRef(new Map<number, () => void>());
	const counter = useRef(0);
	const busy = list.some(({ state }) => state === "waiting" || state === "sending");

	const change = (id: number, to: Partial<Upload>) => setList((now) => now.map((each) => (each.id === id ? { ...each, ...to } : each)));

	async function send(id: number, file: File) {
		const { answer, cancel } = uploadFile("/api/songs", "file", file, (progress) => change(id, { progress }));
		running.current.set(id, cancel);
		const result = await answer;
		running.current.delete(id);
		change(id, result.ok ? { state: "done", progress: 1 } : { state: "failed", error: result.fields.file ?? result.message });
		if (result.ok) router.refresh();
		pump();
	}

	function pump() {
		for (const [id, file] of files.current) {
			if (running.current.size >= atOnce) return;
			files.current.delete(id);
			change(id, { state: "sending" });
			void send(id, file);
		}
	}

	function add(chosen: Iterable<File>) {
		const added = [...chosen].map((file): Upload => {
			const id = ++counter.current;
			const error = fileProblem(file);
			if (!error) files.current.set(id, file);
			return { id, name: file.name, state: error ? "failed" : "waiting", progress: 0, error };
		});
		// A new batch begins with a clean list; what failed stays until it is seen to.
		setList((now) => [...now.filter(({ state }) => busy || state === "failed"), ...added]);
		pump();
	}

	function cancel(id: number) {
		files.current.delete(id);
		running.current.get(id)?.();
		setList((now) => now.filter((each) => each.id !== id));
	}

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

	return <UploadsContext value={{ list, add, cancel }}>{children}</UploadsContext>;
}
