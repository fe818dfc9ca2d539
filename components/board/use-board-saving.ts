import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { api } from "@/components/api";
import type { SaveState, Saving } from "@/components/library/use-autosave";
import { toast } from "@/components/ui/toast";
import { uploadFile } from "@/components/upload/upload-file";
import { fileToUpload } from "./board-files";
import { type BoardConflict, type BoardSaver, createBoardSaver, type Surface } from "./create-board-saver";
import type { Board, BoardWords } from "./model";

/** How long somebody rests before what they drew is saved, in ms. */
const pause = 700;
/** Bytes that a browser still sends for a page that is being left. */
const keepalive = 60_000;

type Ports = { board: Board; surface: () => Surface | null; words: () => BoardWords; adopt: (words: Partial<BoardWords>) => void };

/**
 * Saves a board by itself: shortly after somebody rests, one call at a time. What others saved meanwhile is merged into it; where both changed the
 * same thing somebody chooses. Nothing is dropped: what could not be saved waits for `retry` or the network, and leaving before asks first.
 */
export function useBoardSaving({ board, surface, words, adopt }: Ports) {
	const router = useRouter();
	const [state, setState] = useState<SaveState>("saved");
	const [problem, setProblem] = useState<string | null>(null);
	const [conflict, setConflict] = useState<BoardConflict | null>(null);
	const saver = useRef<BoardSaver>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const running = useRef(false);
	const latest = useRef({ surface, words, adopt });
	useEffect(() => {
		latest.current = { surface, words, adopt };
	});

	function saverNow(): BoardSaver {
		const path = `/api/whiteboards/${board.id}`;
		saver.current ??= createBoardSaver(board, {
			surface: () => latest.current.surface(),
			words: () => latest.current.words(),
			adopt: (changed) => latest.current.adopt(changed),
			patch: (body, leaving) => api("PATCH", path, { body, keepalive: leaving && JSON.stringify(body).length < keepalive }),
			async upload(data) {
				const file = await fileToUpload(data);
				return file && uploadFile<{ version: number }>(`${path}/files`, "file", file, { fields: { fileId: data.id } }).answer;
			},
			refused: (message) => void toast(`A picture was not saved. ${message}`, "bad"),
		});
		return saver.current;
	}

	async function flush(leaving = false) {
		clearTimeout(timer.current);
		if (running.current) return;
		running.current = true;
		const failed = await saverNow().save(leaving);
		running.current = false;
		setConflict(saverNow().conflict);
		if (failed === "conflict") return setState("conflict");
		setProblem(failed?.message ?? null);
		if (failed) return setState(failed.status === 404 ? "gone" : "failed");
		// What was drawn meanwhile.
		if (!saverNow().isClean()) return touch();
		setState("saved");
	}

	/** Something changed. */
	function touch() {
		if (saverNow().conflict) return;
		setState("saving");
		clearTimeout(timer.current);
		timer.current = setTimeout(() => void flush(), pause);
	}

	function settle(choice: "mine" | "theirs" | "both") {
		saverNow().settle(choice, (element) => ({ ...element, ...beside(element) }));
		setConflict(null);
		setState("saving");
		void flush();
	}

	const last = useRef(flush);
	useEffect(() => {
		last.current = flush;
	});
	useEffect(() => {
		const back = () => void last.current();
		addEventListener("online", back);
		return () => {
			removeEventListener("online", back);
			void last.current(true);
			// The library shows its name, and what is written on it.
			router.refresh();
		};
	}, [router]);
	useEffect(() => {
		if (state === "saved" || state === "gone") return;
		const ask = (event: BeforeUnloadEvent) => {
			void last.current(true);
			event.preventDefault();
		};
		addEventListener("beforeunload", ask);
		return () => removeEventListener("beforeunload", ask);
	}, [state]);

	const saving: Saving = {
		state,
		problem,
		retry: () => void flush(),
		keepMine: () => settle("mine"),
		takeTheirs: () => settle("theirs"),
	};
	return { saving, touch, conflict, settle };
}

/** What makes a copy one of its own, a little beside the first. */
function beside({ x, y }: { x: number; y: number }) {
	return {
		id: crypto.randomUUID(),
		x: x + 24,
		y: y + 24,
		version: 1,
		versionNonce: Math.floor(Math.random() * 2 ** 31),
		groupIds: [],
		boundElements: null,
		containerId: null,
		startBinding: null,
		endBinding: null,
		index: null,
	};
}
