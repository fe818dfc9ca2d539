import { PenTool } from "lucide-react";
import { BoardView } from "@/components/board/board-view";
import { PageRefresh } from "@/components/live/page-refresh";
import { KeepFiles } from "@/components/share/keep-files";
import type { SharedItem } from "@/components/share/model";
import { Chip } from "@/components/ui/chip";
import { colour } from "./colour";
import { drawnBoard } from "./files/drawn-board";
import { formats } from "./formats";
import type { PublishedBoard } from "./kind";

/** What a visitor sees of a whiteboard: all of it, to be moved and zoomed. It was drawn on the server, so that it is there without any script. */
export async function WhiteboardViewer({ page }: { page: SharedItem<PublishedBoard> }) {
	const { code, itemId, title, ownerName, content, downloads, updatedAt } = page;
	const { svg, width, height, isEmpty } = await drawnBoard(
		{ title, ...content },
		{ pathOfFiles: `/api/files/share/${code}/items/${itemId}/files` },
	);
	return (
		<main
			id="content"
			tabIndex={-1}
			data-kind="whiteboard"
			className="flex h-[calc(100svh-3.5rem)] min-h-112 flex-col outline-none sm:h-[calc(100svh-4rem)]"
		>
			<div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 px-4 pb-3 sm:px-6 sm:pb-4">
				<div className="min-w-0 flex-1 basis-60">
					<h1 dir="auto" className="line-clamp-2 text-[1.375rem] wrap-anywhere sm:text-3xl">
						{title}
					</h1>
					<p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-2 wrap-anywhere">
						<Chip className="bg-ink/6!">
							<PenTool aria-hidden="true" /> <bdi className="truncate">{content.category || "Whiteboard"}</bdi>
						</Chip>
						<span>
							Shared by <bdi className="font-[550] text-ink">{ownerName}</bdi>
						</span>
					</p>
				</div>
				<KeepFiles path={downloads} formats={formats} className="" />
				<PageRefresh updatedAt={updatedAt} />
			</div>
			<div className="flex min-h-0 flex-1 border-line max-sm:border-t sm:mx-6 sm:mb-6 sm:rounded-lg sm:border">
				{isEmpty ? (
					<p className="m-auto px-4 text-center text-ink-3">There is nothing on this whiteboard yet. Look in again later.</p>
				) : (
					<BoardView title={title} board={{ width, height }} background={colour(content.background_color) ?? "#fff"}>
						{/* biome-ignore lint/security/noDangerouslySetInnerHtml: draw-markup.ts writes names of ours alone and escapes all the rest; a test holds it to that */}
						<div className="contents" dangerouslySetInnerHTML={{ __html: svg }} />
					</BoardView>
				)}
			</div>
		</main>
	);
}
