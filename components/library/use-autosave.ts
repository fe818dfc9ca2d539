import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { api } from "@/components/api";

export type SaveState = "saved" | "saving" | "failed";

/** How long somebody stops typing before what they typed is saved, in milliseconds. */
const pause = 700;

/**
 * Saves changes to `path` as they are made, one request at a time, newest last. Nothing is dropped: what could not be saved waits for
 * `retry`, and leaving the page before it is saved asks first.
 */
export function useAutosave<Changes extends object>(path: string) {
	const router = useRouter();
	const [state, setState] = useState<SaveState>("saved");
	const [problem, setProblem] = useState<string | null>(null);
	const [fields, setFields] = useState<Record<string, string>>({});
	const waiting = useRef<Partial<Changes> | null>(null);
	const sending = useRef(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

	async function flush(leaving = false) {
		clearTimeout(timer.current);
		const body = waiting.current;
		if (!body || sending.current) return;
		waiting.current = null;
		sending.current = true;
		const answer = await api("PATCH", path, { body, keepalive: leaving });
		sending.current = false;
		if (answer.ok) {
			setProblem(null);
			setFields({});
			router.refresh();
			if (waiting.current) return void flush();
			setState("saved");
		} else {
			// What was changed since then counts more than what failed.
			waiting.current = { ...body, ...(waiting.current ?? {}) };
			setFields(answer.fields);
			setProblem(answer.message);
			setState("failed");
		}
	}

	function save(changes: Partial<Changes>, { now = false } = {}) {
		waiting.current = { ...waiting.current, ...changes };
		setState("saving");
		clearTimeout(timer.current);
		if (now) void flush();
		else timer.current = setTimeout(() => void flush(), pause);
	}

	const last = useRef(flush);
	useEffect(() => {
		last.current = flush;
	});
	useEffect(() => () => void last.current(true), []);

	useEffect(() => {
		if (state === "saved") return;
		const ask = (event: BeforeUnloadEvent) => {
			void last.current(true);
			event.preventDefault();
		};
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [state]);

	return { state, problem, fields, save, retry: () => void flush() };
}
