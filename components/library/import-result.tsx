import { CircleAlert, CircleCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { DialogDescription } from "@/components/ui/dialog";
import { SkippedList } from "@/components/ui/skipped-list";
import type { Playlist } from "./model";

export type Imported = { playlist: Playlist; matched: number; unmatched: { title: string; reason: string }[] };

/** What came of reading a playlist: how many songs were found, and why each of the others was not. */
export function ImportResult({ result: { matched, unmatched }, onOpen }: { result: Imported; onOpen: () => void }) {
	return (
		<>
			<DialogDescription role="status" className="grid gap-1.5 text-ink-2 [&_svg]:size-5 [&_svg]:shrink-0">
				<span className="flex items-center gap-2">
					<CircleCheck aria-hidden="true" className="text-good" /> {counted(matched, "song")} found in your library
				</span>
				{unmatched.length > 0 && (
					<span className="flex items-center gap-2">
						<CircleAlert aria-hidden="true" className="text-warn" /> {counted(unmatched.length, "song")} not found
					</span>
				)}
			</DialogDescription>
			{unmatched.length > 0 && <SkippedList label="Songs that were not found" skipped={unmatched} />}
			<Button tone="primary" size="l" className="mt-4 w-full" onClick={onOpen}>
				Open playlist
			</Button>
		</>
	);
}
