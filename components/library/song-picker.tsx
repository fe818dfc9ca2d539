"use client";

import { Check } from "lucide-react";
import { Indicator, Root } from "radix-ui/checkbox";
import { useId, useState } from "react";
import { Cover } from "@/components/ui/cover";
import { clock } from "@/components/ui/duration-text";
import { SearchField } from "@/components/ui/search-field";
import { useGrowing } from "@/components/ui/use-growing";
import { containsWords } from "@/lib/text";
import type { Song } from "./model";

type SongPickerProps = { label: string; songs: readonly Song[]; chosen: readonly string[]; onChange: (ids: string[]) => void };

/** Chooses songs, in the order in which they are chosen. */
export function SongPicker({ label, songs, chosen, onChange }: SongPickerProps) {
	const id = useId();
	const [query, setQuery] = useState("");
	const shown = songs.filter((song) => containsWords(`${song.title} ${song.artist}`, query));
	const { count, end, more } = useGrowing(shown.length);
	const places = new Map(chosen.map((each, at) => [each, at]));
	return (
		<fieldset className="min-w-0">
			<legend className="mb-1.5 text-sm font-medium">{label}</legend>
			{songs.length > 8 && <SearchField label="Find a song" value={query} onChange={setQuery} className="mb-2" />}
			<ul className="max-h-[min(18rem,40svh)] overflow-y-auto rounded-md border border-line">
				{shown.slice(0, count).map((song) => {
					const place = places.get(song.id) ?? -1;
					return (
						<li
							key={song.id}
							className="relative grid grid-cols-[auto_2.25rem_minmax(0,1fr)_auto] items-center gap-3 border-t border-line px-3 py-2 first:border-0 has-data-[state=checked]:bg-brand-soft"
						>
							<Root
								id={`${id}-${song.id}`}
								checked={place >= 0}
								onCheckedChange={(on) => onChange(on === true ? [...chosen, song.id] : chosen.filter((each) => each !== song.id))}
								className="grid size-6 place-items-center rounded-sm border border-ink-3 bg-surface text-[0.8125rem] font-semibold tabular-nums after:absolute after:inset-0 data-[state=checked]:border-transparent data-[state=checked]:bg-brand data-[state=checked]:text-brand-ink"
							>
								<Indicator>{chosen.length > 1 ? place + 1 : <Check className="size-4" strokeWidth={3} />}</Indicator>
							</Root>
							<Cover title={song.title} thumbnail={song.thumbnail} size="small" className="w-9 rounded-sm" />
							<label htmlFor={`${id}-${song.id}`} className="min-w-0 text-sm">
								<span dir="auto" className="block truncate text-left font-[550]">
									{song.title}
								</span>
								<span dir="auto" className="block truncate text-left text-[0.8125rem] text-ink-3">
									{song.artist}
								</span>
							</label>
							<span className="text-[0.8125rem] text-ink-3 tabular-nums">{clock(song.duration)}</span>
						</li>
					);
				})}
				{more && <li ref={end} aria-hidden="true" />}
				{shown.length === 0 && (
					<li className="px-3 py-6 text-center text-sm text-ink-3">{query ? "No song by that name." : "No songs yet."}</li>
				)}
			</ul>
		</fieldset>
	);
}
