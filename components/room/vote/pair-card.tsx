import { clsx } from "clsx";
import { Check } from "lucide-react";
import { Cover } from "@/components/ui/cover";
import type { Film } from "@/lib/rooms/movie";
import { filmFacts } from "../film";

/** One of two films, to be chosen. */
export function PairCard({ film, number, isChosen, onChoose }: { film: Film; number: 1 | 2; isChosen: boolean; onChoose: () => void }) {
	const long = film.title.length > 40;
	return (
		<button
			type="button"
			aria-pressed={isChosen}
			aria-keyshortcuts={String(number)}
			onClick={onChoose}
			className={clsx(
				"relative isolate block aspect-[3/4] w-full overflow-hidden rounded-xl text-left text-white shadow-2 transition-[scale,opacity] hover:scale-[1.015] motion-reduce:hover:scale-100",
				isChosen && "outline-3 outline-offset-2 outline-accent",
			)}
		>
			<Cover title={film.title} className="absolute! inset-0 -z-10 aspect-auto! size-full" />
			<span
				aria-hidden="true"
				className="absolute top-3 left-3 grid size-8 place-items-center rounded-full bg-black/60 font-display text-lg leading-none font-[650]"
			>
				{isChosen ? <Check className="size-5" /> : number}
			</span>
			<span className="absolute inset-x-0 bottom-0 bg-linear-to-b from-transparent to-black/85 to-70% px-3.5 pt-16 pb-4 sm:px-5 sm:pb-5">
				<span
					dir="auto"
					className={clsx(
						"line-clamp-4 text-left font-display leading-[1.1] font-[650] tracking-[-0.02em] wrap-anywhere",
						long ? "text-base sm:text-xl" : "text-xl sm:text-[1.75rem]",
					)}
				>
					{film.title}
				</span>
				<span dir="auto" className="mt-1 line-clamp-2 text-left text-[0.8125rem] wrap-anywhere sm:text-sm">
					{filmFacts(film)}
				</span>
			</span>
		</button>
	);
}
