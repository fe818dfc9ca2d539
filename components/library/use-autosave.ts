import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Answer, api, type Failure } from "@/components/api";
import { type Merges, mergeEdits } from "./merge-edits";
import { byHeader, type Swap } from "./swap";

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
	/** Shows these fields of what somebody else saved, or of what was made of theirs and ours. */
	adopt: (item: Item, fields: readonly (keyof Values)[]) => void;
	/** How its family changes one version. */
	swap?: Swap;
	/** Fields of which two edits can be made one without asking; the item has them as they are sent. */
	merges?: Merges<Values>;
	/** Whether other pages are brought up to date only when this one is left: for things that are too long to be read anew each time. */
	isLong?: boolean;
};

/** What both changed: the fields, the item as the others saved it, and what both began with. */
export type Conflict<Item, Values> = { theirs: Item; fields: readonly (keyof Values)[]; known: Values };

export type Saving = {
	state: SaveState;
	problem: string | null;
	retry: () => void;
	/** Ends a conflict. */
	keepMine: () => void;
	takeTheirs: () => void;
	/** Shows both versions, where they can be looked at side by side. */
	compare?: () => void;
};

/**
 * Saves changes to `path` as they are made, one request at a time, newest last, each made for the version that is known here. What was
 * changed elsewhere meanwhile is shown, and only where both changed the same field, and it cannot be merged, somebody has to choose. Nothing is
 * dropped: what could not be saved waits for `retry` or the network, and leaving the page before it is saved asks first.
 */
export function useAutosave<Item extends object, Values extends object>({
	path,
	item,
	valuesOf,
	adopt,
	swap = byHeader,
	merges,
	isLong = false,
}: Autosaved<Item, Values>) {
	const router = useRouter();
	const [state, setState] = useState<SaveState>("saved");
	const [problem, setProblem] = useState<string | null>(null);
	const [fields, setFields] = useState<Record<string, string>>({});
	const [conflict, setConflict] = useState<Conflict<Item, Values> | null>(null);
	const waiting = useRef<Partial<Values> | null>(null);
	const sending = useRef(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	// What the server has, as far as it is known here.
	const known = useRef({ version: swap.versionOf(item), values: valuesOf(item) });
	const open = useRef<Conflict<Item, Values> | null>(null);
	const changed = useRef(false);
	/** Whether the page was left. */
	const isLeft = useRef(false);

	function settleOn(found: Conflict<Item, Values> | null) {
		open.current = found;
		setConflict(found);
	}

	/** Makes our edit anew on what was saved elsewhere; a failure when that could not be learnt. */
	async function rebase(mine: Partial<Values>, { about }: Failure): Promise<Failure | { mine: Partial<Values>; clear: boolean }> {
		const answer: Answer<Item> = about.current ? { ok: true, status: 200, data: about.current as Item } : await api<Item>("GET", path);
		if (!answer.ok) return answer;
		// Typed while we asked.
		const newest = { ...mine, ...waiting.current };
		waiting.current = null;
		const values = valuesOf(answer.data);
		const before = known.current.values;
		const { adopt: fresh, merged, conflicts } = mergeEdits(before, values, newest, merges);
		known.current = { version: swap.versionIn(answer), values };
		const shown = [...fresh, ...(Object.keys(merged) as (keyof Values)[])];
		if (shown.length > 0) adopt({ ...answer.data, ...merged }, shown);
		settleOn(conflicts.length > 0 ? { theirs: answer.data, fields: conflicts, known: before } : null);
		return { mine: { ...newest, ...merged }, clear: conflicts.length === 0 };
	}

	/** Sends an edit; answers what is left of it to be sent, and why. */
	async function send(body: Partial<Values>, keepalive: boolean): Promise<{ left: Partial<Values>; why: Failure | "conflict" } | null> {
		let left = body;
		for (let attempt = 1; ; attempt++) {
			const answer = await api<Item>(swap.method, path, { ...swap.call(left, known.current.version), keepalive });
			if (answer.ok) {
				known.current = { version: swap.versionIn(answer), values: valuesOf(answer.data) };
				return null;
			}
			if (!swap.isPast(answer) || attempt === tries) return { left, why: answer };
			const rebased = await rebase(left, answer);
			if ("ok" in rebased) return { left, why: rebased };
			left = rebased.mine;
			if (!rebased.clear) return { left, why: "conflict" };
		}
	}

	async function flush(leaving = false) {
		clearTimeout(timer.current);
		const body = waiting.current;
		if (!body || sending.current || open.current) return;
		waiting.current = null;
		sending.current = true;
		const failed = await send(body, leaving);
		sending.current = false;
		if (!failed) {
			setProblem(null);
			setFields({});
			changed.current = true;
			if (!isLong || isLeft.current) router.refresh();
			if (waiting.current) return void flush();
			return setState("saved");
		}
		// What was changed since then counts more than what failed.
		waiting.current = { ...failed.left, ...(waiting.current ?? {}) };
		if (failed.why === "conflict") return setState("conflict");
		setFields(failed.why.fields);
		setProblem(failed.why.message);
		setState(failed.why.status === 404 ? "gone" : "failed");
	}

	function save(changes: Partial<Values>, { now = false } = {}) {
		waiting.current = { ...waiting.current, ...changes };
		if (open.current) return;
		setState("saving");
		clearTimeout(timer.current);
		if (now) void flush();
		else timer.current = setTimeout(() => void flush(), pause);
	}

	/** Ends a conflict: these fields are as the item has them, and `left` is still to be saved. */
	function end(item: Item, shown: readonly (keyof Values)[], left: Partial<Values>) {
		settleOn(null);
		if (shown.length > 0) adopt(item, shown);
		waiting.current = Object.keys(left).length > 0 ? left : null;
		setState(waiting.current ? "saving" : "saved");
		void flush();
	}

	/** Ends a conflict with these values in place of ours, or with ours. */
	function resolve(values: Partial<Values>) {
		const theirs = open.current?.theirs;
		if (theirs) end({ ...theirs, ...values }, Object.keys(values) as (keyof Values)[], { ...waiting.current, ...values });
	}

	function takeTheirs() {
		if (!open.current) return;
		const { theirs, fields } = open.current;
		const left: Partial<Values> = { ...waiting.current };
		for (const field of fields) delete left[field];
		end(theirs, fields, left);
	}

	const last = useRef(flush);
	useEffect(() => {
		last.current = flush;
	});
	useEffect(() => {
		isLeft.current = false;
		return () => {
			isLeft.current = true;
			if (waiting.current) void last.current(true);
			else if (isLong && changed.current) router.refresh();
		};
	}, [isLong, router]);

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

	const saving: Saving = { state, problem, retry: () => void flush(), keepMine: () => resolve({}), takeTheirs };
	return { ...saving, fields, save, conflict, resolve };
}
