import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";

type KeepFilesProps = {
	/** The path before `format`; null where the link does not allow it. */ path: string | null;
	formats: readonly { format: string; name: string }[];
	/** How far below what is above it. */
	className?: string;
};

/** Lets a visitor keep what a link shows as a file, where the link allows that. */
export function KeepFiles({ path, formats, className = "mt-8" }: KeepFilesProps) {
	if (!path) return null;
	return (
		<nav aria-label="Download" className={`flex flex-wrap gap-2 ${className}`}>
			{formats.map(({ format, name }) => (
				<a key={format} href={`${path}?format=${format}`} download className={buttonClass({ size: "s" })}>
					<Download aria-hidden="true" className="size-4!" /> Download as {name}
				</a>
			))}
		</nav>
	);
}
