import { clsx } from "clsx";

const colours = ["bg-room", "bg-chat", "bg-list", "bg-session", "bg-playlist", "bg-song", "bg-note", "bg-whiteboard"];

/** The colour that somebody has in a room: by the order in which they came. */
const colourOf = (id: string) => colours[(Number(id.slice(1)) - 1) % colours.length] ?? "bg-room";

/** Somebody's first letter, whatever a letter is in their script, in a colour of their own. Decoration: the name stands beside it. */
export function Face({ id, name, away, className }: { id: string; name: string; away?: boolean; className?: string }) {
	const [segment] = new Intl.Segmenter("en").segment(name);
	return (
		<span
			aria-hidden="true"
			className={clsx(
				"grid size-7 shrink-0 place-items-center overflow-hidden rounded-full text-xs leading-none font-semibold text-brand-ink",
				away ? "bg-ink-3" : colourOf(id),
				className,
			)}
		>
			{segment?.segment.toUpperCase()}
		</span>
	);
}

/** How many faces stand side by side before the others are a number. */
const most = 4;

/** Who is here, as faces that overlap. */
export function Faces({ people }: { people: readonly { id: string; name: string }[] }) {
	const shown = people.slice(0, people.length > most ? most - 1 : most);
	return (
		<span aria-hidden="true" className="flex pl-2">
			{shown.map(({ id, name }) => (
				<Face key={id} id={id} name={name} className="-ml-2 border-2 border-paper" />
			))}
			{people.length > shown.length && (
				<span className="-ml-2 grid h-7 min-w-7 place-items-center rounded-full border-2 border-paper bg-sunken px-1 text-xs font-semibold text-ink-2">
					+{people.length - shown.length}
				</span>
			)}
		</span>
	);
}
