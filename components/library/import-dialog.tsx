"use client";

import { FileInput, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { FormError } from "@/components/account/form-error";
import { api } from "@/components/api";
import { kindLook } from "@/components/share/kind-look";
import type { ListenKind } from "@/components/share/model";
import { Button } from "@/components/ui/button";
import { CheckBox } from "@/components/ui/check-box";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { uploadFile } from "@/components/upload/upload-file";
import { ImportResult } from "./import-result";
import { type Imported, type Importer, importers, importersFor, isTooLarge, type Told } from "./importers";

type ImportDialogProps = { /** The one kind that is wanted. */ only?: ListenKind; open: boolean; onOpenChange: (open: boolean) => void };

/** Makes something from a file of another program: what it can be is told by its name, and by whoever brings it where that is not enough. */
export function ImportDialog({ only, open, onOpenChange }: ImportDialogProps) {
	const router = useRouter();
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const [file, setFile] = useState<File | null>(null);
	const [kind, setKind] = useState<ListenKind | null>(null);
	const [asked, setAsked] = useState(false);
	// Null: nothing is on its way; 1: all of it is there, and is being read.
	const [sent, setSent] = useState<number | null>(null);
	const [problem, setProblem] = useState<string>();
	const [result, setResult] = useState<(Imported & { kind: ListenKind }) | null>(null);

	const wanted = importers.filter((importer) => !only || importer.kind === only);
	const fitting = file || only ? importersFor(file?.name ?? "", wanted) : [];
	const chosen = fitting.find((importer) => importer.kind === kind) ?? fitting[0];

	function choose(next: File) {
		const [first, ...others] = importersFor(next.name, wanted);
		setFile(next);
		setKind(null);
		setProblem(undefined);
		// Where there is nothing more to ask it begins at once.
		if (first && others.length === 0 && (only || !first.option)) void read(next, first);
	}

	async function read(from: File, importer: Importer) {
		setProblem(isTooLarge(importer, from.size) ? `This file is larger than ${importer.most} MB.` : undefined);
		if (isTooLarge(importer, from.size)) return;
		setSent(0);
		const me = await api<{ user: { id: string } }>("GET", "/api/me");
		const fields = importer.option ? { [importer.option.field]: String(asked) } : {};
		const path = importer.path(me.ok ? me.data.user.id : "");
		const answer = me.ok ? await uploadFile<Told>(path, "file", from, { onProgress: setSent, fields }).answer : me;
		setSent(null);
		if (!answer.ok) return setProblem(answer.fields.file ?? answer.message);
		setResult({ ...importer.read(answer.data), kind: importer.kind });
		router.refresh();
	}

	function change(next: boolean) {
		onOpenChange(next);
		if (next) return;
		setFile(null);
		setResult(null);
		setProblem(undefined);
	}

	const title = result ? (result.made[0]?.title ?? "Nothing in it") : (only && chosen?.title) || "Import";
	const busy = sent === null ? null : sent < 1 ? `Sending… ${Math.floor(sent * 100)} %` : "Reading…";
	return (
		<Dialog
			open={open}
			onOpenChange={change}
			kind={result?.kind ?? chosen?.kind ?? "playlist"}
			className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!"
		>
			<div className="mb-2 flex items-center justify-between gap-3">
				<DialogTitle className="min-w-0 text-[1.375rem] wrap-anywhere">{result ? <bdi>{title}</bdi> : title}</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			{result ? (
				<ImportResult result={result} onOpen={(id) => router.push(id === null ? "/dashboard" : `/dashboard/${result.kind}/${id}`)} />
			) : (
				<div className="grid grid-cols-[minmax(0,1fr)] gap-4">
					<DialogDescription className="text-ink-2">
						{file ? <bdi className="wrap-anywhere">{file.name}</bdi> : (only && chosen?.hint) || <Formats />}
					</DialogDescription>
					<FormError message={problem} />
					{file && fitting.length > 1 && (
						<div className="grid gap-1.5">
							<label htmlFor={id} className="text-sm font-medium">
								Import as
							</label>
							<Select
								id={id}
								value={chosen?.kind}
								disabled={busy !== null}
								onChange={({ target: { value } }) => setKind(value as ListenKind)}
							>
								{fitting.map((importer) => (
									<option key={importer.kind} value={importer.kind}>
										{kindLook[importer.kind].label}
									</option>
								))}
							</Select>
						</div>
					)}
					{chosen?.option && (
						<div className="flex items-start gap-3">
							<CheckBox label={chosen.option.label} checked={asked} onChange={setAsked} className="shrink-0" />
							<p aria-hidden="true" className="text-sm">
								{chosen.option.label}
								<span className="block text-[0.8125rem] text-ink-3">{chosen.option.hint}</span>
							</p>
						</div>
					)}
					{file && chosen && !problem && (
						<Button tone="primary" size="l" held={busy !== null} onClick={() => void read(file, chosen)}>
							{busy === null ? <FileInput /> : <LoaderCircle className="motion-safe:animate-spin" />}
							{busy ?? `Import as ${kindLook[chosen.kind].label.toLowerCase()}`}
						</Button>
					)}
					{busy === null && (
						<Button tone={file && !problem ? "plain" : "primary"} size="l" onClick={() => input.current?.click()}>
							{!file && <FileInput />} {file ? "Choose another file" : "Choose a file"}
						</Button>
					)}
				</div>
			)}
			<input
				ref={input}
				hidden
				type="file"
				aria-label="File to import"
				accept={[...new Set(wanted.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)))].join(",")}
				onChange={({ currentTarget }) => {
					const next = currentTarget.files?.[0];
					if (next) choose(next);
					currentTarget.value = "";
				}}
			/>
		</Dialog>
	);
}

/** What can be brought in, in a few words. */
function Formats() {
	return (
		<span className="grid gap-1">
			{importers.map(({ kind, endings }) => (
				<span key={kind}>
					{kindLook[kind].label}: {endings.map((ending) => `.${ending}`).join(", ")}
				</span>
			))}
		</span>
	);
}
