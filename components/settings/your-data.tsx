"use client";

import { CircleAlert, CircleCheck, Download, FileInput, LoaderCircle } from "lucide-react";
import { useRef, useState } from "react";
import { FormError } from "@/components/account/form-error";
import { Button, buttonClass } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { SkippedList } from "@/components/ui/skipped-list";
import { uploadFile } from "@/components/upload/upload-file";
import { Section } from "./section";

type Imported = { items: number; skipped: { title: string; reason: string }[] };
const me = "/api/me";
/** Largest file that the server takes, in bytes. */
const largest = 2 * 1024 * 1024 * 1024;

/** Everything out as one file, and such a file in again. */
export function YourData() {
	const input = useRef<HTMLInputElement>(null);
	// Null: nothing is on its way; 1: all of it is there, and is being read.
	const [sent, setSent] = useState<number | null>(null);
	const [problem, setProblem] = useState<string>();
	const [result, setResult] = useState<Imported | null>(null);

	async function read(file: File) {
		setResult(null);
		setProblem(file.size > largest ? "This file is larger than 2 GB." : undefined);
		if (file.size > largest) return;
		setSent(0);
		const answer = await uploadFile<Imported>(`${me}/import`, "file", file, { onProgress: setSent }).answer;
		setSent(null);
		if (answer.ok) setResult(answer.data);
		else setProblem(answer.fields.file ?? answer.message);
	}

	return (
		<Section
			title="Your data"
			lead="One ZIP with everything you have here: each thing in open formats, and its files. Links are not in it. Passalong reads it back, here or on another server."
		>
			<FormError message={problem} />
			<div className="flex flex-wrap gap-2.5">
				<a href={`${me}/export`} download className={buttonClass()}>
					<Download aria-hidden="true" /> Download everything
				</a>
				<Button held={sent !== null} onClick={() => input.current?.click()}>
					{sent === null ? <FileInput /> : <LoaderCircle className="motion-safe:animate-spin" />}
					{sent === null ? "Import a ZIP" : sent < 1 ? `Sending… ${Math.floor(sent * 100)} %` : "Reading it…"}
				</Button>
			</div>
			<div role="status" className="mt-4 grid gap-1.5 text-ink-2 empty:hidden [&_svg]:size-5 [&_svg]:shrink-0">
				{result && (
					<p className="flex items-center gap-2">
						<CircleCheck aria-hidden="true" className="text-good" /> {counted(result.items, "thing")} imported
					</p>
				)}
				{result && result.skipped.length > 0 && (
					<p className="flex items-center gap-2">
						<CircleAlert aria-hidden="true" className="text-warn" /> {counted(result.skipped.length, "thing")} left out
					</p>
				)}
			</div>
			{result && result.skipped.length > 0 && <SkippedList label="Things that were left out" skipped={result.skipped} />}
			<input
				ref={input}
				hidden
				type="file"
				aria-label="Archive of an account"
				accept=".zip,application/zip"
				onChange={({ currentTarget }) => {
					const file = currentTarget.files?.[0];
					if (file) void read(file);
					currentTarget.value = "";
				}}
			/>
		</Section>
	);
}
