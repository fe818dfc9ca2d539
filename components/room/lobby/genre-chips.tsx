import { Item, Root } from "radix-ui/toggle-group";

/** Any number of genres, as chips. */
export function GenreChips({
	label,
	all,
	value,
	onChange,
}: {
	label: string;
	all: readonly string[];
	value: readonly string[];
	onChange: (genres: string[]) => void;
}) {
	return (
		<Root type="multiple" aria-label={label} value={[...value]} onValueChange={onChange} className="flex flex-wrap gap-1.5">
			{all.map((genre) => (
				<Item
					key={genre}
					value={genre}
					className="h-[2.375rem] max-w-full truncate rounded-full border border-line px-3.5 text-sm font-medium text-ink-2 transition-colors hover:bg-sunken data-[state=on]:border-transparent data-[state=on]:bg-ink data-[state=on]:text-paper"
				>
					{genre}
				</Item>
			))}
		</Root>
	);
}
