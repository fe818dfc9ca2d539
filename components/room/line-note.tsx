import { WifiOff } from "lucide-react";

/** That the line is not up, calmly. */
export function LineNote({ children }: { children: string }) {
	return (
		<span className="mx-auto flex w-fit animate-in items-center gap-2 rounded-full bg-warn-soft px-3 py-1 text-sm font-medium text-warn">
			<WifiOff aria-hidden="true" className="size-4" /> {children}
		</span>
	);
}
