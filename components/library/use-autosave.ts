import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Answer, api } from "@/components/api";
import { mergeEdits } from "./merge-edits";

/** `conflict`: the same thing was changed elsewhere, and somebody has to choose. `gone`: it was deleted elsewhere. */
export type SaveState = "saved" | "saving" | "failed" | "conflict" | "gone";

/** How long somebody stops typing before what they typed is saved, in milliseconds. */
const pause = 700;
/** How often an edit is made anew on what others saved meanwhile, before it counts as failed. */
const tries = 3;

type Autosaved<Item, Values> = {
	path: string;
	item: Item & { version: number };
	/** What of it is edited here, as it is sent. */
	valuesOf: (item: Item) => Values;
	/** Shows these fields of what somebody else saved. */
	adopt: (item: Item, fields: readonly (keyof Values)[]) => void;
};

export type Saving = {
	state: SaveState;
	problem: string | null;
	retry: () => void;
	/** Ends a conflict. */
	keepMine: () => void;
	takeTheirs: () => void;
};

/**
 * Saves changes to `path` as they are made, one request at a time, newest last, each made for the version that is known here. What was
 * changed elsewhere meanwhile is shown, and only where both changed the same field somebody has to choose. Nothing is dropped: what could
 * not be saved waits for `retry` or the network, and leaving the page before it is saved asks first.
 */
export function useAutosave<Item extends object, Values extends object>({ path, item, valuesOf, adopt }: Autosaved<Item, Values>) {
	const router = useRouter();
	const [state, setState] = useState<SaveState>("saved");
	const [problem, setProblem] = useState<string | null>(null);
	const [fields, setFields] = useState<Record<string, string>>({});
	const waiting = useRef<Partial<Values> | null>(null);
	const sending = useRef(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	// What the server has, as far as it is known here.
	const known = useRef({ etag: `"${item.version}"`, values: valuesOf(item) });
	const theirs = useRef<Item | null>(null);

	/** Looks at what was saved elsewhere. False: the same field was changed there, or nothing could be learnt. */
	async function rebase(mine: Partial<Values>): Promise<Answer<Item> | "merged" | "conflict"> {
		const answer = await api<Item>("GET", path);
		if (!answer.ok) return answer;
		const values = valuesOf(answer.data);
		const { adopt: fresh, conflicts } = mergeEdits(known.current.values, values, mine);
		known.current = { etag: answer.etag ?? "*", values };
		if (fresh.length > 0) adopt(answer.data, fresh);
		if (conflicts.length === 0) return "merged";
		theirs.current = answer.data;
		return "conflict";
	}

	async function send(body: Partial<Values>, keepalive: boolean): Promise<Answer<Item> | "conflict"> {
		for (let attempt = 1; ; attempt++) {
			const answer = await api<Item>("PATCH", path, { body, keepalive, headers: { "If-Match": known.current.etag } });
			if (answer.ok) known.current = { etag: answer.etag ?? "*", values: valuesOf(answer.data) };
			if (answer.ok || answer.status !== 412 || attempt === tries) return answer;
			const rebased = await rebase(body);
			if (rebased !== "merged") return rebased;
		}
	}

	async function flush(leaving = false) {
		clearTimeout(timer.current);
		const body = waiting.current;
		if (!body || sending.current || theirs.current) return;
		waiting.current = null;
		sending.current = true;
		const answer = await send(body, leaving);
		sending.current = false;
		if (answer !== "conflict" && answer.ok) {
			setProblem(null);
			setFields({});
			router.refresh();
			if (waiting.current) return void flush();
			return setState("saved");
		}
		// What was changed since then counts more than what failed.
		waiting.current = { ...body, ...(waiting.current ?? {}) };
		if (answer === "conflict") return setState("conflict");
		setFields(answer.fields);
		setProblem(answer.message);
		setState(answer.status === 404 ? "gone" : "failed");
	}

	function save(changes: Partial<Values>, { now = false } = {}) {
		waiting.current = { ...waiting.current, ...changes };
		if (theirs.current) return;
		setState("saving");
		clearTimeout(timer.current);
		if (now) void flush();
		else timer.current = setTimeout(() => void flush(), pause);
	}

	function settle(mine: boolean) {
		const other = theirs.current;
		theirs.current = null;
		if (mine || !other) {
			setState("saving");
			return void flush();
		}
		waiting.current = null;
		adopt(other, Object.keys(known.current.values) as (keyof Values)[]);
		setState("saved");
	}

	const last = useRef(flush);
	useEffect(() => {
		last.current = flush;
	});
	useEffect(() => () => void last.current(true), []);

	const back = useEffectEvent(() => {
		if (state === "failed") void flush();
	});
	useEffect(() => {
		addEventListener("online", back);
		return () => removeEventListener("online", back);
	}, []);

	useEffect(() => {
		if (state === "saved" || state === "gone") return;
		const ask = (event: BeforeUnloadEvent) => {
			void last.current(true);
			event.preventDefault();
		};
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [state]);

	const saving: Saving = { state, problem, retry: () => void flush(), keepMine: () => settle(true), takeTheirs: () => settle(false) };
	return { ...saving, fields, save };
}
