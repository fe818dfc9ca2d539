import { Download } from "lucide-react";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";

const formats = [
	{ format: "m3u8", name: "M3U8" },
	{ format: "xspf", name: "XSPF" },
	{ format: "jspf", name: "JSPF" },
];

/** Takes a playlist along as a file, in each format that players read. */
export function ExportMenu({ playlistId }: { playlistId: string }) {
	return (
		<>
			<MenuLabel className="px-3 pt-1.5 pb-1 text-[0.8125rem] text-ink-3">Export</MenuLabel>
			{formats.map(({ format, name }) => (
				<MenuItem key={format} asChild>
					<a href={`/api/playlists/${playlistId}/export?format=${format}`} download>
						<Download aria-hidden="true" /> Export as {name}
					</a>
				</MenuItem>
			))}
			<MenuSeparator className="my-1.5 h-px bg-line" />
		</>
	);
}
