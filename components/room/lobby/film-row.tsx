import type { ReactNode } from "react";
import { Cover } from "@/components/ui/cover";
import type { Film } from "@/lib/rooms/movie";
import { filmFacts } from "../film";

/** A film in a list; `children` is what can be done with it. */
export function FilmRow({ film, children }: { film: Film; children?: ReactNode }) {
	const facts = filmFacts(film);
	return (
		<li className="relative flex min-h-14 items-center gap-3 border-t border-line py-2 first:border-0">
			<Cover title={film.title} size="small" className="w-10 rounded-sm" />
			<span className="min-w-0 flex-1">
				<span dir="auto" className="line-clamp-2 text-left font-[550] wrap-anywhere">
					{film.title}
				</span>
				{facts && (
					<span dir="auto" className="line-clamp-1 text-left text-[0.8125rem] text-ink-3 wrap-anywhere">
						{facts}
					</span>
				)}
			</span>
			{children}
		</li>
	);
}
