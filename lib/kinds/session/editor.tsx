"use client";

import { Play } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { EditorHead } from "@/components/library/editor-head";
import type { Edited } from "@/components/library/model";
import { TitleField } from "@/components/library/title-field";
import { type Saving, useAutosave } from "@/components/library/use-autosave";
import { AddFilesButton, DropFiles } from "@/components/slideshow/edit/drop-files";
import { MediaGrid } from "@/components/slideshow/edit/media-grid";
import type { Medium, Session, WholeSession } from "@/components/slideshow/edit/model";
import { inShort, intervalProblem, PaceFields, type PaceValues } from "@/components/slideshow/edit/pace-fields";
import { ComingTiles, UploadsNote } from "@/components/slideshow/edit/uploads-note";
import { useMedia } from "@/components/slideshow/edit/use-media";
import { useMediaUploads } from "@/components/slideshow/edit/use-media-uploads";
import { usePosters } from "@/components/slideshow/edit/use-posters";
import type { Pace } from "@/components/slideshow/slide";
import { useShowWindow } from "@/components/slideshow/use-show-window";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { TextField } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";

const Slideshow = lazy(async () => ({ default: (await import("@/components/slideshow/slideshow")).Slideshow }));

type Values = Pick<Session, "title" | "description"> & Pace;

const valuesOf = ({ session: { title, description, intervalMin, intervalMax, transition, isManualMode } }: WholeSession): Values => ({
	title,
	description,
	intervalMin,
	intervalMax,
	transition,
	isManualMode,
});
const paceOf = ({ intervalMin, intervalMax, transition, isManualMode }: Pace): PaceValues => ({
	intervalMin: String(intervalMin),
	intervalMax: String(intervalMax),
	transition,
	isManualMode,
});

/** Edits a slideshow: what it is called, how it goes on, its pictures and videos, their captions and their order. Saves by itself. */
export function SessionEditor({ whole, links }: { whole: Edited<WholeSession>; links: number }) {
	const { session } = whole;
	const path = `/api/sessions/${session.id}`;
	const [title, setTitle] = useState(session.title);
	const [description, setDescription] = useState(session.description);
	const [pace, setPace] = useState(paceOf(session));
	const saving = useAutosave<WholeSession, Values>({
		path,
		item: whole,
		valuesOf,
		adopt: ({ session: other }, fields) => {
			if (fields.includes("title")) setTitle(other.title);
			if (fields.includes("description")) setDescription(other.description);
			if (fields.some((field) => field !== "title" && field !== "description")) setPace(paceOf(other));
		},
	});
	const media = useMedia(path, whole.media);
	const uploads = useMediaUploads(`${path}/media`, media.add);
	usePosters(path, media.media, media.pictured);
	const window = useShowWindow();
	const target = { kind: "session" as const, id: String(session.id), title: title.trim() || session.title, thumbnail: session.thumbnail };

	function changePace(next: PaceValues) {
		setPace(next);
		if (intervalProblem(next)) return;
		const { transition, isManualMode } = next;
		saving.save({ intervalMin: Number(next.intervalMin), intervalMax: Number(next.intervalMax), transition, isManualMode });
	}

	return (
		<DropFiles onFiles={uploads.add}>
			<main id="content" data-kind="session" className="mx-auto max-w-[60rem] px-4 pt-2 pb-10 sm:px-6 sm:pt-7 lg:px-9">
				<EditorHead
					target={target}
					heading="Slideshow"
					saving={bothOf(saving, media)}
					links={links}
					actions={
						media.media.length > 0 && (
							<Button onClick={() => window.open(0)}>
								<Play /> Play
							</Button>
						)
					}
				>
					<TitleField
						what="slideshow"
						value={title}
						error={saving.fields.title}
						onChange={(next, save) => {
							setTitle(next);
							if (save) saving.save({ title: next });
						}}
					/>
					<TextField
						label="Description"
						dir="auto"
						maxLength={500}
						value={description}
						error={saving.fields.description}
						onChange={({ target: { value } }) => {
							setDescription(value);
							saving.save({ description: value });
						}}
					/>
					<Fold title={`How it goes on: ${inShort(pace)}`}>
						<PaceFields values={pace} error={saving.fields.intervalMin ?? saving.fields.intervalMax} onChange={changePace} />
					</Fold>
				</EditorHead>
				<section aria-label="Pictures and videos" className="mt-9">
					<div className="mb-3 flex items-center justify-between gap-3">
						<h2 className="text-xl">{headingOf(media.media)}</h2>
						{media.media.length > 0 && <AddFilesButton onFiles={uploads.add} />}
					</div>
					<UploadsNote uploads={uploads} />
					{media.media.length > 0 || uploads.busy ? (
						<MediaGrid media={media.media} deeds={{ ...media, open: window.open, remove: (medium) => void media.remove(medium) }}>
							<ComingTiles {...uploads} />
						</MediaGrid>
					) : (
						<div className="grid justify-items-center gap-4 rounded-lg border border-dashed border-line-strong px-4 py-12 text-center">
							<p className="max-w-[42ch] text-ink-3">
								Add JPEG, PNG, WebP or GIF pictures and MP4 or WebM videos, or drop them anywhere on this page. Where and when they were
								taken stays with you.
							</p>
							<AddFilesButton tone="primary" onFiles={uploads.add} />
						</div>
					)}
				</section>
			</main>
			{window.from !== null && media.media.length > 0 && (
				<Suspense>
					<Slideshow
						title={target.title}
						slides={media.media.map(({ mediaUrl, ...medium }) => ({ ...medium, url: mediaUrl }))}
						start={window.from}
						pace={{ ...session, ...pace, ...secondsOf(pace) }}
						onClose={window.close}
					/>
				</Suspense>
			)}
		</DropFiles>
	);
}

/** "6 pictures, 1 video" */
function headingOf(media: readonly Medium[]): string {
	const videos = media.filter(({ type }) => type === "video").length;
	const pictures = media.length - videos;
	const parts = [pictures > 0 && counted(pictures, "picture"), videos > 0 && counted(videos, "video")];
	return parts.filter(Boolean).join(", ") || "Pictures and videos";
}

/** The numbers while they make sense, else what is usual. */
function secondsOf(pace: PaceValues) {
	if (intervalProblem(pace)) return { intervalMin: 5, intervalMax: 8 };
	return { intervalMin: Number(pace.intervalMin), intervalMax: Number(pace.intervalMax) };
}

/** Whether both are saved: what stands in the fields, and what was done to the pictures. */
function bothOf(fields: Saving, media: { saving: boolean; problem: string | null; retry: () => void }): Saving {
	if (fields.state !== "saved") return fields;
	if (media.problem) return { ...fields, state: "failed", problem: media.problem, retry: media.retry };
	return media.saving ? { ...fields, state: "saving" } : fields;
}
