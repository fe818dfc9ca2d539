import { Download } from "lucide-react";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";

/** `format` as the path takes it, `name` as people know it. */
export type ExportFormat = { format: string; name: string };

/** Takes an item along as a file, in each of its formats. `path` is the one before `format`; `label` says what comes along. */
export function ExportMenu({ path, formats, label = "Export" }: { path: string; formats: readonly ExportFormat[]; label?: string }) {
	return (
		<>
			<MenuLabel className="px-3 pt-1.5 pb-1 text-[0.8125rem] text-ink-3">{label}</MenuLabel>
			{formats.map(({ format, name }) => (
				<MenuItem key={format} asChild>
					<a href={`${path}?format=${format}`} download>
						<Download aria-hidden="true" /> Export as {name}
					</a>
				</MenuItem>
			))}
			<MenuSeparator className="my-1.5 h-px bg-line" />
		</>
	);
}
