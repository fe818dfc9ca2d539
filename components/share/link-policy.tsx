import { Clock, Headphones, Link as LinkIcon } from "lucide-react";
import { inWords } from "@/components/ui/count-text";
import { LocalTime } from "@/components/ui/time-text";
import type { LinkDetails } from "./model";

/** What a link allows, in plain words. */
export function LinkPolicy({ link: { type, playLimit, startsAt, expiresAt, createdAt } }: { link: LinkDetails }) {
	const songs = playLimit === 1 ? "one song" : `${inWords(playLimit ?? 0)} songs`;
	return (
		<section aria-labelledby="policy" className="min-w-0 rounded-lg border border-line bg-surface px-3.5 py-4 sm:px-[1.125rem]">
			<h2 id="policy" className="text-xl">
				What it allows
			</h2>
			<ul className="mt-3 grid gap-2.5 text-sm text-ink-2 [&_svg]:mt-0.5 [&_svg]:size-[1.125rem] [&_svg]:shrink-0 [&_svg]:text-ink-3 [&>li]:flex [&>li]:gap-2.5">
				<li>
					<LinkIcon aria-hidden="true" />
					<span>Anyone who has the link can open it.</span>
				</li>
				<li>
					<Headphones aria-hidden="true" />
					<span>
						{playLimit === null || type === "song"
							? "Everybody can listen to all of it."
							: `Without an account people hear ${songs}; with one, all of them.`}
					</span>
				</li>
				<li>
					<Clock aria-hidden="true" />
					<span>
						{startsAt && (
							<>
								It opens on <LocalTime at={startsAt} />.{" "}
							</>
						)}
						{expiresAt ? (
							<>
								It expires on <LocalTime at={expiresAt} />.
							</>
						) : (
							"It does not expire."
						)}{" "}
						Made on <LocalTime at={createdAt} />.
					</span>
				</li>
			</ul>
		</section>
	);
}
