import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** One quiet thing in the middle of the page: what is the matter, and what to do next. */
export function CalmScreen({
	icon: Icon,
	title,
	children,
	action,
}: {
	icon: LucideIcon;
	title: string;
	children: ReactNode;
	action: ReactNode;
}) {
	return (
		<main id="content" className="grid min-h-[calc(100svh-4rem)] place-items-center px-5 pt-5 pb-[7.5rem] text-center">
			<div className="max-w-full">
				<div className="mx-auto mb-6 grid size-24 place-items-center rounded-[2rem] bg-sunken text-ink-3">
					<Icon aria-hidden="true" className="size-10" strokeWidth={1.5} />
				</div>
				<h1 tabIndex={-1} className="text-[2rem] outline-none">
					{title}
				</h1>
				<p className="mx-auto mt-3 mb-6 max-w-[38ch] text-pretty text-ink-2">{children}</p>
				{action}
			</div>
		</main>
	);
}
