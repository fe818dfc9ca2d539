"use client";

import { Dialog, DialogClose, DialogTitle } from "@/components/ui/dialog";

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
	[["Space", "K"], "Play or pause"],
	[["←", "→"], "Back or on by 5 seconds"],
	[["J", "L"], "Back or on by 10 seconds"],
	[["Shift ←", "Shift →"], "Previous or next song"],
	[["M"], "Sound off or on"],
	[["R"], "Repeat"],
	[["S"], "Shuffle"],
	[["Q"], "Up next"],
	[["?"], "This list"],
];

type Props = { open: boolean; onOpenChange: (open: boolean) => void; on: boolean; onChange: (on: boolean) => void };

/** The player's keys, and the switch for people whose typing or speaking sets them off by accident. */
export function KeysHelp({ open, onOpenChange, on, onChange }: Props) {
	return (
		<Dialog open={open} onOpenChange={onOpenChange} plain className="px-6 pt-6 sm:w-[26rem]! sm:pb-6!">
			<DialogClose className="absolute top-3 right-3" />
			<DialogTitle className="text-xl">Keys</DialogTitle>
			<dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5">
				{keys.map(([names, does]) => (
					<div key={does} className="col-span-2 grid grid-cols-subgrid items-center">
						<dt className="flex gap-1.5">
							{names.map((name) => (
								<kbd
									key={name}
									className="min-w-7 rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-[0.8125rem] font-medium"
								>
									{name}
								</kbd>
							))}
						</dt>
						<dd className="text-ink-2">{does}</dd>
					</div>
				))}
			</dl>
			<label className="mt-5 flex items-center gap-3 border-t border-line pt-4">
				<input
					type="checkbox"
					checked={on}
					onChange={(event) => onChange(event.target.checked)}
					className="size-5 shrink-0 accent-(--accent)"
				/>
				<span>Use these keys on this device</span>
			</label>
		</Dialog>
	);
}
