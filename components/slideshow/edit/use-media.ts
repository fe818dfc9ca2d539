import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { type Answer, api } from "@/components/api";
import { toast } from "@/components/ui/toast";
import { inOrderOf, moved, withMedium, without } from "./arrange";
import { type Medium, nameOf, type WholeSession } from "./model";

/** How long nothing else has to happen before it is saved, in ms. */
const pause = 600;

/** The media of a session as its owner arranges them: what is done is seen at once, and saved by itself. */
export function useMedia(path: string, initial: readonly Medium[]) {
	const router = useRouter();
	const [media, setMedia] = useState(initial);
	const [saving, setSaving] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const latest = useRef(initial);
	const sending = useRef(0);
	// What is still to be sent, by what it is about; each is sent when nothing was done to it for a moment.
	const pending = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; send: (leaving: boolean) => Promise<Answer<unknown>> }>());

	function show(next: readonly Medium[]) {
		latest.current = next;
		setMedia(next);
	}

	async function flush(key: string, leaving = false) {
		const entry = pending.current.get(key);
		if (!entry) return;
		clearTimeout(entry.timer);
		pending.current.delete(key);
		sending.current++;
		const answer = await entry.send(leaving);
		sending.current--;
		// What failed waits until somebody tries again, unless it was done anew meanwhile.
		if (!answer.ok && !pending.current.has(key)) pending.current.set(key, entry);
		setProblem(answer.ok ? null : answer.message);
		setSaving(pending.current.size + sending.current > 0);
		if (answer.ok) router.refresh();
	}

	function later(key: string, send: (leaving: boolean) => Promise<Answer<unknown>>) {
		clearTimeout(pending.current.get(key)?.timer);
		pending.current.set(key, { send, timer: setTimeout(() => void flush(key), pause) });
		setSaving(true);
	}

	/** Sends the order; one that does not fit any more, because files came or went elsewhere, is made anew on what is there. */
	async function sendOrder(keepalive: boolean): Promise<Answer<unknown>> {
		const order = () => latest.current.map(({ id }) => id);
		const answer = await api("PATCH", `${path}/media`, { body: { order: order() }, keepalive });
		if (answer.ok || answer.status !== 400) return answer;
		const now = await api<WholeSession>("GET", path);
		if (!now.ok) return now;
		show(inOrderOf(order(), now.data.media));
		return api("PATCH", `${path}/media`, { body: { order: order() } });
	}

	function move(from: number, to: number) {
		show(moved(latest.current, from, to));
		later("order", sendOrder);
	}

	function caption(id: number, text: string) {
		show(latest.current.map((medium) => (medium.id === id ? { ...medium, caption: text } : medium)));
		later(`caption-${id}`, (keepalive) => api("PATCH", `${path}/media/${id}`, { body: { caption: text }, keepalive }));
	}

	async function remove(medium: Medium) {
		show(without(latest.current, medium.id));
		// Whoever takes it back finds the caption that was just typed.
		await flush(`caption-${medium.id}`);
		const answer = await api("DELETE", `${path}/media/${medium.id}`);
		if (!answer.ok && answer.status !== 404) {
			show(withMedium(latest.current, medium));
			return tellFailure(answer);
		}
		router.refresh();
		return toast(`Removed ${nameOf(medium)}`, "plain", { undo: () => void restore(medium) });
	}

	async function restore({ id }: Medium) {
		const answer = await api<{ media: Medium }>("POST", `${path}/media/${id}/restore`);
		if (!answer.ok) return tellFailure(answer);
		show(withMedium(latest.current, answer.data.media));
		router.refresh();
	}

	function add(added: readonly Medium[]) {
		show(added.reduce<readonly Medium[]>((all, medium) => withMedium(all, { ...medium, order: all.length }), latest.current));
		router.refresh();
	}

	function pictured(id: number, thumbnail: string) {
		show(latest.current.map((medium) => (medium.id === id ? { ...medium, thumbnail } : medium)));
		router.refresh();
	}

	const retry = () => [...pending.current.keys()].forEach((key) => void flush(key));
	const leave = useRef(flush);
	useEffect(() => {
		leave.current = flush;
	});
	useEffect(() => {
		const all = () => [...pending.current.keys()].forEach((key) => void leave.current(key, true));
		addEventListener("pagehide", all);
		return () => {
			removeEventListener("pagehide", all);
			all();
		};
	}, []);

	return { media, add, move, caption, remove, pictured, retry, problem, saving };
}
export type UseMedia = ReturnType<typeof useMedia>;
