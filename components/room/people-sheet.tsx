import { People } from "./people";
import { Sheet, type SheetProps } from "./sheet";

/** Who is in the room, from everywhere in it. */
export function PeopleSheet(sheet: SheetProps) {
	return (
		<Sheet title="People" {...sheet}>
			<div className="max-h-[60svh] overflow-y-auto">
				<People />
			</div>
		</Sheet>
	);
}
