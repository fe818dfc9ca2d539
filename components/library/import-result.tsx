import { CircleAlert, CircleCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { DialogDescription } from "@/components/ui/dialog";
import { useGrowing } from "@/components/ui/use-growing";
import type { Playlist } from "./model";

export type Imported = { playlist: Playlist; matched: number; unmatched: { title: string; reason: string }[] };

/** What came of reading a playlist: how many songs were found, and why each of the others was not. */
export function ImportResult({ result: { matched, unmatched }, onOpen }: { result: Imported; onOpen: () => void }) {
	const { count, end, more } = useGrowing(unmatched.length);
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
			{unmatched.length > 0 && (
				<section
					aria-label="Songs that were not found"
					// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
					tabIndex={0}
					className="mt-4 max-h-[min(18rem,40svh)] overflow-y-auto rounded-md border border-line"
				>
					<ul>
						{unmatched.slice(0, count).map(({ title, reason }, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a title may stand in it twice
							<li key={index} className="border-t border-line px-3.5 py-2 first:border-0">
								<bdi className="block text-sm font-[550] wrap-anywhere">{title}</bdi>
								<span className="text-[0.8125rem] text-ink-3 wrap-anywhere">{reason}</span>
							</li>
						))}
						{more && <li ref={end} aria-hidden="true" />}
					</ul>
				</section>
			)}
			<Button tone="primary" size="l" className="mt-4 w-full" onClick={onOpen}>
				Open playlist
			</Button>
		</>
	);
}
