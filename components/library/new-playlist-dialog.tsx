"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/account/form-error";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogTitle } from "@/components/ui/dialog";
import { Field, TextField } from "@/components/ui/field";
import { firstFocus } from "@/components/ui/use-return-focus";
import type { Playlist, Song } from "./model";
import { playlistLimits } from "./playlist-limits";
import { SongPicker } from "./song-picker";

type Fields = { name: string; description: string };

/** Makes a playlist from songs of the library, and leads to it. */
export function NewPlaylistDialog({ songs, open, onOpenChange }: { songs: Song[]; open: boolean; onOpenChange: (open: boolean) => void }) {
	const router = useRouter();
	const form = useForm<Fields>();
	const [chosen, setChosen] = useState<string[]>([]);
	const { errors, isSubmitting } = form.formState;

	const submit = form.handleSubmit(async (fields) => {
		const answer = await api<Playlist>("POST", "/api/playlists", { body: { ...fields, songs: chosen } });
		if (!answer.ok) {
			const beside = (["name", "description"] as const).find((name) => answer.fields[name]);
			form.setError(beside ?? "root", { message: beside ? answer.fields[beside] : answer.message }, { shouldFocus: true });
			return;
		}
		onOpenChange(false);
		form.reset();
		setChosen([]);
		router.push(`/dashboard/playlist/${answer.data.id}`);
	});

	return (
		<Dialog open={open} onOpenChange={onOpenChange} kind="playlist" plain className="px-[1.375rem] pt-[1.375rem] sm:pb-[1.375rem]!">
			<div className="mb-4 flex items-center justify-between gap-3">
				<DialogTitle className="text-[1.375rem]">New playlist</DialogTitle>
				<DialogClose className="-mr-1" />
			</div>
			<form method="post" noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4">
				<FormError message={errors.root?.message} />
				<Field
					label="Name"
					dir="auto"
					required
					autoComplete="off"
					error={errors.name?.message}
					{...firstFocus}
					{...form.register("name", {
						validate: (name) => (name.trim() ? true : "A playlist needs a name."),
						maxLength: { value: playlistLimits.name, message: `At most ${playlistLimits.name} characters` },
					})}
				/>
				<TextField
					label="Description (optional)"
					dir="auto"
					rows={2}
					error={errors.description?.message}
					{...form.register("description", {
						maxLength: { value: playlistLimits.description, message: `At most ${playlistLimits.description} characters` },
					})}
				/>
				{songs.length > 0 ? (
					<SongPicker label="Songs, in the order you choose them" songs={songs} chosen={chosen} onChange={setChosen} />
				) : (
					<p className="rounded-md bg-sunken px-3.5 py-3 text-sm text-ink-2">
						There are no songs in your library yet. You can add some later.
					</p>
				)}
				<Button type="submit" tone="primary" size="l" held={isSubmitting}>
					Create playlist
				</Button>
			</form>
		</Dialog>
	);
}
