import { Share2 } from "lucide-react";

/** The name and its mark, leading home. A plain link: it is used on pages that stay light. */
export function Brand({ href = "/" }: { href?: string }) {
	return (
		<a href={href} className="flex items-center gap-2.5 rounded-sm font-display text-lg leading-none font-[650] tracking-[-0.02em]">
			<span className="grid size-[1.625rem] place-items-center rounded-[9px] bg-brand text-brand-ink">
				<Share2 aria-hidden="true" className="size-4" strokeWidth={2.25} />
			</span>
			Passalong
		</a>
	);
}
