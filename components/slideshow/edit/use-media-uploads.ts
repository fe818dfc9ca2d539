import { useEffect, useRef, useState } from "react";
import { sendForm } from "@/components/upload/upload-file";
import { batchLength, fileProblem, outcomes, shares } from "./batches";
import type { Medium, Skipped } from "./model";

/** A file on its way. `progress` is 0 to 1; at 1 the server still reads it. */
export type Sending = { id: number; name: string; progress: number };

type Added = { media: Medium[]; skipped: Skipped[] };
type Queued = { id: number; file: File };

/** Sends pictures and videos to a session, a form of a few after the other, so that they keep their order. */
export function useMediaUploads(path: string, onAdded: (media: Medium[]) => void) {
	const [sending, setSending] = useState<readonly Sending[]>([]);
	const [waiting, setWaiting] = useState(0);
	const [total, setTotal] = useState(0);
	const [failed, setFailed] = useState<readonly (Skipped & { id: number })[]>([]);
	const queue = useRef<Queued[]>([]);
	const running = useRef<(() => void) | null>(null);
	const counter = useRef(0);
	const busy = sending.length > 0 || waiting > 0;

	const fail = (more: readonly (Skipped & { id: number })[]) => setFailed((now) => [...now, ...more]);

	async function pump() {
		if (running.current) return;
		const batch = queue.current.splice(0, batchLength(queue.current.map(({ file }) => file.size)));
		setWaiting(queue.current.length);
		if (batch.length === 0) return setSending([]);
		const files = batch.map(({ file }) => file);
		const sizes = files.map(({ size }) => size);
		const show = (share: number) => {
			const each = shares(sizes, share);
			setSending(batch.map(({ id, file: { name } }, index) => ({ id, name, progress: each[index] ?? 0 })));
		};
		show(0);
		const form = new FormData();
		for (const file of files) form.append("files[]", file);
		const { answer, cancel } = sendForm<Added>("POST", path, form, show);
		let stopped = false;
		running.current = () => {
			stopped = true;
			cancel();
		};
		const result = await answer;
		running.current = null;
		if (result.ok) {
			onAdded(result.data.media);
			const reasons = outcomes(
				files.map(({ name }) => name),
				result.data.skipped,
			);
			fail(batch.flatMap(({ id, file: { name } }, index) => (reasons[index] ? [{ id, name, reason: reasons[index] }] : [])));
		} else if (!stopped) {
			// Several files that are all refused are named one by one; whatever else went wrong goes for all of them.
			const skipped = Array.isArray(result.about.skipped) ? (result.about.skipped as Skipped[]) : [];
			const reasons = outcomes(
				files.map(({ name }) => name),
				skipped,
			);
			const other = result.fields.files ?? result.message;
			fail(batch.map(({ id, file: { name } }, index) => ({ id, name, reason: reasons[index] ?? other })));
		}
		void pump();
	}

	function add(files: Iterable<File>) {
		if (!busy) setTotal(0);
		const chosen = [...files].map((file) => ({ id: ++counter.current, file }));
		fail(
			chosen.flatMap(({ id, file }) => {
				const reason = fileProblem(file);
				return reason ? [{ id, name: file.name, reason }] : [];
			}),
		);
		const good = chosen.filter(({ file }) => fileProblem(file) === null);
		queue.current.push(...good);
		setTotal((now) => now + good.length);
		void pump();
	}

	function stop() {
		queue.current = [];
		setWaiting(0);
		running.current?.();
	}

	useEffect(() => {
		if (!busy) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [busy]);

	// Whoever leaves the page ends what is not through.
	const latest = useRef(stop);
	useEffect(() => {
		latest.current = stop;
	});
	useEffect(() => () => latest.current(), []);

	return { add, stop, busy, sending, waiting, total, failed, dismiss: () => setFailed([]) };
}
export type MediaUploads = ReturnType<typeof useMediaUploads>;
