"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FormError } from "@/components/account/form-error";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import { firstFocus } from "@/components/ui/use-return-focus";
import { newYoutubeSong } from "@/lib/youtube-link";
import type { Song } from "./model";

const youtubeSong = newYoutubeSong.pick({ youtubeId: true, title: true, artist: true });
type Fields = z.input<typeof youtubeSong>;

const names = ["youtubeId", "title", "artist"] as const;

/** Adds a song that plays from YouTube. Nothing is asked of YouTube for it: the owner says what it is called. */
export function YouTubeDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
	const router = useRouter();
	const form = useForm<Fields, unknown, z.output<typeof youtubeSong>>({ resolver: zodResolver(youtubeSong) });
	const { errors, isSubmitting } = form.formState;

	const submit = form.handleSubmit(async (body) => {
		const answer = await api<Song>("POST", "/api/songs", { body });
		if (!answer.ok) {
			const beside = names.filter((name) => answer.fields[name]);
			for (const name of beside) form.setError(name, { message: answer.fields[name] }, { shouldFocus: true });
			if (beside.length === 0) form.setError("root", { message: answer.message });
			return;
		}
		if (answer.status === 200) {
			return form.setError("youtubeId", { message: `Already in your library as ${quoted(answer.data.title)}` }, { shouldFocus: true });
		}
		onOpenChange(false);
		form.reset();
		router.refresh();
		void toast(`${quoted(answer.data.title)} is in your library`, "good");
	});

	return (
		<Dialog open={open} onOpenChange={onOpenChange} kind="song" className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="mb-1 flex items-center justify-between gap-3">
				<DialogTitle className="text-[1.375rem]">Add from YouTube</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			<DialogDescription className="mb-4 text-sm text-ink-2">
				The song plays from YouTube, in its privacy-enhanced player, and only once somebody presses play.
			</DialogDescription>
			<form method="post" noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4">
				<FormError message={errors.root?.message} />
				<Field
					label="Link or video id"
					required
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					inputMode="url"
					placeholder="https://youtu.be/…"
					error={errors.youtubeId?.message}
					{...firstFocus}
					{...form.register("youtubeId")}
				/>
				<Field label="Title" dir="auto" required autoComplete="off" error={errors.title?.message} {...form.register("title")} />
				<Field label="Artist" dir="auto" required autoComplete="off" error={errors.artist?.message} {...form.register("artist")} />
				<Button type="submit" tone="primary" size="l" held={isSubmitting}>
					{isSubmitting ? "One moment…" : "Add song"}
				</Button>
			</form>
		</Dialog>
	);
}
