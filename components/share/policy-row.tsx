import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Switch } from "@/components/ui/switch";

type PolicyRowProps = {
	icon: LucideIcon;
	title: string;
	hint: string;
	on: boolean;
	onTurn: (on: boolean) => void;
	/** What there is to say while it is on. */
	children?: ReactNode;
};

/** One rule of a link, on or off. */
export function PolicyRow({ icon: Icon, title, hint, on, onTurn, children }: PolicyRowProps) {
	const id = useId();
	return (
		<div className="border-t border-line px-3.5 py-2.5 first:border-0">
			<div className="flex items-center gap-3.5">
				<Icon aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
				<label htmlFor={id} className="min-w-0 grow cursor-pointer py-0.5 select-none">
					<span className="block text-sm font-[550]">{title}</span>
					<span id={`${id}-hint`} className="mt-0.5 block text-[0.8125rem] text-ink-3">
						{hint}
					</span>
				</label>
				<Switch id={id} label={title} describedBy={`${id}-hint`} checked={on} onChange={onTurn} />
			</div>
			{on && children && <div className="mt-2.5 mb-1.5 grid grid-cols-[minmax(0,1fr)] gap-2.5 sm:pl-[2.125rem]">{children}</div>}
		</div>
	);
}
