import { useState } from "react";
import { FilterChips } from "@/components/ui/filter-chips";
import { Card } from "./card";
import { FillButton } from "./fill-button";
import { FromCatalogue } from "./from-catalogue";
import { FromList } from "./from-list";
import { FromTyping } from "./from-typing";
import type { Ballot } from "./use-ballot";

const ways = [
	{ value: "catalogue", label: "Catalogue" },
	{ value: "typing", label: "Type titles" },
	{ value: "list", label: "From a list" },
] as const;
const panels = { catalogue: FromCatalogue, typing: FromTyping, list: FromList };

/** Where movies come from. */
export function AddMovies({ ballot }: { ballot: Ballot }) {
	const [way, setWay] = useState<(typeof ways)[number]["value"]>("catalogue");
	const Panel = panels[way];
	return (
		<Card title="Add movies">
			<div className="grid grid-cols-[minmax(0,1fr)] gap-4">
				<FilterChips label="Where from" value={way} options={ways} onChange={setWay} />
				<Panel ballot={ballot} />
				<FillButton ballot={ballot} />
			</div>
		</Card>
	);
}
