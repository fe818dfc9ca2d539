import { clsx } from "clsx";
import { Cover } from "@/components/ui/cover";
import type { Film } from "@/lib/rooms/movie";
import { filmFacts } from "../film";

/** The longer a title, the smaller it is set. */
const sizeOf = (title: string) => (title.length > 60 ? "text-xl" : title.length > 24 ? "text-[1.75rem]" : "text-[2.5rem]");

/** A film, large: a picture drawn from its title, and what is known of it. */
export function Poster({ film, className }: { film: Film; className?: string }) {
	return (
		<div className={clsx("relative isolate aspect-[4/3.4] overflow-hidden rounded-xl text-left text-white shadow-2", className)}>
			<Cover title={film.title} className="absolute! inset-0 -z-10 aspect-auto! size-full" />
			<div className="absolute inset-x-0 bottom-0 bg-linear-to-b from-transparent to-black/85 to-70% px-6 pt-20 pb-6">
				<h1 dir="auto" className={clsx("line-clamp-4 text-left wrap-anywhere", sizeOf(film.title))}>
					{film.title}
				</h1>
				<p dir="auto" className="mt-1.5 line-clamp-2 text-left wrap-anywhere">
					{filmFacts(film)}
				</p>
			</div>
		</div>
	);
}
