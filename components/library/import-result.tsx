import { CircleAlert, CircleCheck } from "lucide-react";
import { kindLook } from "@/components/share/kind-look";
import type { ListenKind } from "@/components/share/model";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { DialogDescription } from "@/components/ui/dialog";
import { SkippedList } from "@/components/ui/skipped-list";
import type { Imported } from "./importers";

type ImportResultProps = {
	result: Imported & { kind: ListenKind } /** With null the library is to be shown. */;
	onOpen: (id: string | null) => void;
};

/** What came of reading a file: what was made, and why each of the entries that were left out was. */
export function ImportResult({ result: { kind, made, found, skipped }, onOpen }: ImportResultProps) {
	const { label, plural } = kindLook[kind];
	const [first, second] = made;
	return (
		<>
			<DialogDescription role="status" className="grid gap-1.5 text-ink-2 [&_svg]:size-5 [&_svg]:shrink-0">
				<span className="flex items-center gap-2">
					<CircleCheck aria-hidden="true" className="text-good" />
					{found || `${counted(made.length, label.toLowerCase(), plural.toLowerCase())} imported`}
				</span>
				{skipped.length > 0 && (
					<span className="flex items-center gap-2">
						<CircleAlert aria-hidden="true" className="text-warn" />
						{found ? `${counted(skipped.length, "song")} not found` : `${counted(skipped.length, "entry", "entries")} left out`}
					</span>
				)}
			</DialogDescription>
			{skipped.length > 0 && <SkippedList label={found ? "Songs that were not found" : "What was left out"} skipped={skipped} />}
			{first && (
				<Button tone="primary" size="l" className="mt-4 w-full" onClick={() => onOpen(second ? null : first.id)}>
					{second ? "Show in library" : `Open ${label.toLowerCase()}`}
				</Button>
			)}
		</>
	);
}
